/**
 * How far the machine's clock may be from UTC, by the kernel's own account: without a clock that
 * somebody keeps, nobody can say whether a request is fresh (E-02), and nothing is commanded
 * (F-02).
 */
package org.sinho.center.clock;
