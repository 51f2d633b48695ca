/** Shared language of all rooms: units, site sheets, events, counters. */
package org.sinho.core;
