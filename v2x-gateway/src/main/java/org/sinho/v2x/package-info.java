/** Roadside units to events: datagrams, J2735, IEEE 1609.2. */
package org.sinho.v2x;
