// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.template;

/** This row can't be rendered; the message is a sentence for the user. */
public final class RowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RowException(String sentence) {
        // No stack trace: a template with a slip in it has one of these for each of its rows.
        super(sentence, null, false, false);
    }
}
