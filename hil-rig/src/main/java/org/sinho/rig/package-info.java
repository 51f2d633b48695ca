/**
 * Controllers, monitors, roadside and onboard units and traffic that are not there, over real
 * sockets.
 */
package org.sinho.rig;
