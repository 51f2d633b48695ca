/**
 * Reads the YAML file in which an engineer signed off a junction.
 *
 * <p>{@link org.sinho.center.sheet.SiteSheetReader} turns a file into records of {@code
 * org.sinho.core.site} or into the complete list of what is wrong with its form; whether the values
 * are safe is judged by {@code org.sinho.center.check}. Knows files and YAML, no safety rule.
 * Terms: NTCIP 1202, NEMA TS 2, SAE J2735.
 */
package org.sinho.center.sheet;
