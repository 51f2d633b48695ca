/** Readers at the entries of the restricted zone: what passes becomes real datagrams. */
package org.sinho.rig.zone;
