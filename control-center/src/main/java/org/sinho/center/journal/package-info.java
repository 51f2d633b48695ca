/**
 * The journal: every event before anything is decided from it, and everything that the core put
 * out.
 *
 * <pre>
 *   journal/
 *     lock                       held by the one living center that writes here
 *     epoch-000001/              one per start of the center; never written again afterwards
 *       header.json              software, configuration, first sequences
 *       events/*.cq4             Chronicle Queue: one document per record
 *       output/*.cq4
 *       end.json                 last sequences; only when the epoch ended in order
 *     epoch-000002/ ...
 * </pre>
 *
 * <p>Writing goes through Chronicle Queue's memory map; {@link org.sinho.center.journal.Journal} is
 * the door. Reading back goes by plain file reads of the same bytes ({@link
 * org.sinho.center.journal.JournalReader}): a torn or damaged file ends a stream, it never faults.
 *
 * <p>A torn tail is how a killed process ends, and nobody acknowledged what is torn. Whole records
 * behind the place where the frames end, records missing that {@code end.json} or the next epoch's
 * header counts, or a header that does not fit its hash are damage: a center does not start on it.
 *
 * <p>Files roll by size, not by time, so that a file is bounded under any load and no clock is
 * read. The names still look like minutes from 1970, because that is how Chronicle numbers cycles.
 */
package org.sinho.center.journal;
