/** The one injected source of time: the machine's clocks, or a bench's lock-step. */
package org.sinho.core.time;
