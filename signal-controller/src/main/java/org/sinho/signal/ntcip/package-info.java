/**
 * The wire to a field controller: NTCIP 1202 objects by SNMP, and the status push.
 *
 * <p>Knows records and sockets; decides nothing about signals. Object names are those of NTCIP 1202
 * v03.
 */
package org.sinho.signal.ntcip;
