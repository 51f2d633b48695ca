/**
 * Onboard units and roadside units that are not there: real messages, real signatures, real
 * datagrams, from simulated vehicles.
 */
package org.sinho.rig.obu;
