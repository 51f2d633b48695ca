/** Harness, benches and the demonstration: knows every room, and no room knows it. */
package org.sinho.perf;
