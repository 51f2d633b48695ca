/**
 * What an engineer signed off about one junction: phases, conflicts, intergreens, lanes, preempts.
 *
 * <p>Plain records, validated for shape only; {@code ./sinho check} judges them against the safety
 * rules. Knows nothing of files: reading YAML is the control center's. Terms: NTCIP 1202, NEMA TS
 * 2, SAE J2735.
 */
package org.sinho.core.site;
