/** One counter for every thing that can happen often: bad field data is counted, never logged. */
package org.sinho.core.counter;
