/**
 * SAE J2735 messages in unaligned PER (ITU-T X.691).
 *
 * <p><b>Hot</b>, allocation-free, for the way from datagram to command: {@link
 * org.sinho.v2x.j2735.MessageFrame} peeks at a frame; {@link
 * org.sinho.v2x.j2735.BasicSafetyMessage}, {@link org.sinho.v2x.j2735.SignalRequestMessage} and
 * {@link org.sinho.v2x.j2735.SignalStatusMessage} are preallocated, reused objects with {@code
 * DecodeCause decode(buffer, offset, length)}, {@code int encode(buffer, offset)}, getters of wire
 * and SI values, and setters. Each keeps what control needs and steps exactly over the rest.
 *
 * <p>Decoding is liberal (lengths in long form, bit strings of any extended size, unknown
 * extensions, octets behind the frame), encoding canonical. Neither throws for bad air.
 */
package org.sinho.v2x.j2735;
