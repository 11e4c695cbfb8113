// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

/** A schedule that is refused: the message is the sentence for the user, without the path of the field. */
public class ScheduleException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;

    public ScheduleException(String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    /** The path below {@code spec}, such as {@code schedule.every} or {@code timeZone}, empty for {@code spec} itself; of a parser of one rule, the path below that rule. */
    public String field() {
        return field;
    }

    /** The whole path: {@code spec} where no field below it is named, else such as {@code spec.schedule.every}. */
    public String path() {
        return field.isEmpty() ? "spec" : "spec." + field;
    }

    /** The same refusal, of a field below {@code path}. */
    public ScheduleException below(String path) {
        return new ScheduleException(path + "." + field, getMessage());
    }
}
