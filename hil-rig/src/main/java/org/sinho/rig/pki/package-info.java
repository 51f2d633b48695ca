/**
 * A public key infrastructure for the bench: roots, authorities and identities that sign.
 *
 * <p>Certificates and messages are built from Bouncy Castle's IEEE 1609.2 structures and its OER
 * encoder, and share no code with what the center verifies them by. Everything follows from a seed.
 * Never for the street: whoever knows the seed knows every key.
 */
package org.sinho.rig.pki;
