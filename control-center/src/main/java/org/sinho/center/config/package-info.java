/** The center's settings: one validated record, read from one file. */
package org.sinho.center.config;
