/** The assembled system: main, pipeline, journal, configuration. */
package org.sinho.center;
