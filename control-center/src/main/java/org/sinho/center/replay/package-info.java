/**
 * Running a journal through a fresh core: recovery after a restart, and proof after an incident.
 */
package org.sinho.center.replay;
