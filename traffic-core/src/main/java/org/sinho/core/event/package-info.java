/**
 * The flat, versioned form of everything that enters the ring and everything that leaves the core.
 *
 * <p>Each class is a flyweight over a buffer: wrap and read, no copies, no allocation. The bytes
 * are the same in a ring slot, in the journal and in a cluster log. Layouts only grow at the end; a
 * change of meaning raises the version in {@link org.sinho.core.event.EventHeader}.
 */
package org.sinho.core.event;
