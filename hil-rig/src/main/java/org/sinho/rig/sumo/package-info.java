/**
 * Traffic that is not there: a SUMO city stepped in lock-step over TraCI.
 *
 * <p>{@link org.sinho.rig.sumo.SumoTraffic} is the door; {@link org.sinho.rig.sumo.CityFolder} says
 * which city, {@link org.sinho.rig.sumo.TripSummary} reads afterwards what the trips cost.
 */
package org.sinho.rig.sumo;
