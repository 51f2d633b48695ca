/** Events to phases to NTCIP 1202: control, preemption, guard. */
package org.sinho.signal;
