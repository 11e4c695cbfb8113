// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.ledger;

/** One source's claim to a key, as it is remembered: there may be hundreds of thousands. */
final class Row {
    /** The schedule must not be stored: it is suspended, or over. */
    static final long NOTHING = 0;

    /** Whatever is stored stays: the row was refused. */
    static final long AS_IT_IS = 1;

    final RowSource source;
    final String file;
    final int line;

    /** {@link #NOTHING}, {@link #AS_IT_IS}, or the digest of the entry that must be stored. */
    final long wanted;

    /** The next source that claims the same key. */
    Row next;

    Row(RowSource source, RenderedRow rendered, long wanted) {
        this.source = source;
        this.file = rendered.file();
        this.line = rendered.line();
        this.wanted = wanted;
    }

    RowPlace place() {
        return new RowPlace(source, file, line);
    }
}
