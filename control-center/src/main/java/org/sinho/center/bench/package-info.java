/**
 * What only a bench has: commands that break a named rule, put before the guard in a run that is
 * otherwise real. Nothing here shares code with the guard; what it needs to know of the street it
 * reads from the same events.
 */
package org.sinho.center.bench;
