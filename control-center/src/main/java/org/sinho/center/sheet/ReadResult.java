package org.sinho.center.sheet;

import java.util.List;
import java.util.Optional;
import org.sinho.core.site.SiteSheet;

/**
 * What came of reading one file: a document, or problems, never both.
 *
 * @param document the document, or empty when there are problems
 * @param problems all that is wrong with the form of the file, in order of line
 */
public record ReadResult(Optional<SheetDocument> document, List<Finding> problems) {
    /** Copies the list. */
    public ReadResult {
        problems = List.copyOf(problems);
        if (document.isPresent() != problems.isEmpty()) {
            throw new IllegalArgumentException("either a document or problems");
        }
    }

    /** {@return the site, or empty when there are problems} */
    public Optional<SiteSheet> sheet() {
        return document.map(SheetDocument::sheet);
    }
}
