/** Links that lose, delay, double and reorder what they carry, the same way in every run. */
package org.sinho.rig.link;
