/**
 * The center's links besides the gateway: status pushes in, dispatch in, commands and messages out,
 * and the bench's step channel.
 */
package org.sinho.center.link;
