/** Rules of the house that no compiler knows, held against every source and page of the tree. */
package org.sinho.perf.tidy;
