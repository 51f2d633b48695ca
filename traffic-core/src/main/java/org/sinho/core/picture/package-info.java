/**
 * What the center believes about the road: junction geometry and the vehicles that reported.
 *
 * <p>Written by the control thread only; every structure is bounded, allocates nothing after
 * construction and can be saved to and restored from a snapshot. Terms: SAE J2735.
 */
package org.sinho.core.picture;
