/**
 * A virtual actuated signal controller: NEMA dual ring behind NTCIP 1202 v03 objects.
 *
 * <p>{@link org.sinho.rig.controller.VirtualController} is the door. It owns its lamps, keeps every
 * minimum and clearance by itself and reads neither clock nor random numbers: a caller advances it
 * in steps of 100 ms. It shares no code with the control side, nor with the monitor that watches
 * it.
 */
package org.sinho.rig.controller;
