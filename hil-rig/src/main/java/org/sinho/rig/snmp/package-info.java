/** SNMP agent and status push of a virtual controller, over real UDP sockets. */
package org.sinho.rig.snmp;
