/**
 * SAE J2735 messages in unaligned PER (ITU-T X.691).
 *
 * <p><b>Hot</b>, allocation-free, for the way from datagram to command: {@link
 * org.sinho.v2x.j2735.MessageFrame} peeks at a frame; {@link
 * org.sinho.v2x.j2735.BasicSafetyMessage}, {@link org.sinho.v2x.j2735.PersonalSafetyMessage},
 * {@link org.sinho.v2x.j2735.SignalRequestMessage}, {@link
 * org.sinho.v2x.j2735.SignalStatusMessage}, {@link org.sinho.v2x.j2735.SpatMessage} and {@link
 * org.sinho.v2x.j2735.MapMessage} are preallocated, reused objects with {@code DecodeCause
 * decode(buffer, offset, length)}, {@code int encode(buffer, offset)}, getters of wire and SI
 * values, and setters. Each keeps what control needs and steps exactly over the rest.
 *
 * <p><b>Cold</b>, complete: {@link org.sinho.v2x.j2735.J2735Json} turns any frame of a known type
 * into a JSON tree with the names of the 2024 edition and back, driven by tables of the types.
 *
 * <p>Decoding is liberal (lengths in long form, bit strings of any extended size, unknown
 * extensions, octets behind the frame), encoding canonical. Neither throws for bad air.
 */
package org.sinho.v2x.j2735;
