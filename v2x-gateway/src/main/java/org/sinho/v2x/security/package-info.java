/**
 * IEEE 1609.2 signed data on the receiving side: parse without allocation, verify on workers.
 *
 * <p>What comes from the air is never trusted to be well formed: every refusal is a {@link
 * org.sinho.v2x.security.SecurityCause}, never an exception. What comes from configuration is
 * refused with one message that says what, where and what is allowed.
 */
package org.sinho.v2x.security;
