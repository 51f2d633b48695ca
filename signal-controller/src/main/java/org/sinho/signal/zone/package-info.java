/**
 * Who may enter the zone that owned cars only pass by.
 *
 * <p>Every sighting at an entry is judged and counted; an operator hears of those without
 * permission. Nothing here knows a junction, a command or the guard: a decision about the zone
 * moves no light and stops nobody.
 */
package org.sinho.signal.zone;
