/**
 * Makes the first draft of a city folder from any SUMO net: what an engineer begins with and owns
 * from then on. Nothing here runs beside a controller.
 */
package org.sinho.rig.skeleton;
