// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.template;

/** No row can be rendered with this template. */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;

    TemplateException(String path, String sentence) {
        super(sentence, null, false, false);
        this.path = path;
    }

    /** Such as {@code spec.template.args[0]}; the message is the sentence that follows it. */
    public String path() {
        return path;
    }
}
