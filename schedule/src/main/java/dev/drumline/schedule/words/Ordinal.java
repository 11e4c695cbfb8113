// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

/** A number as a place in a row: 2nd, 11th, 23rd. */
final class Ordinal {
    private Ordinal() {}

    static String of(int number) {
        return number + ending(number);
    }

    /** {@code 2nd}, and from the end {@code last} for -1 and {@code 2nd last} for -2. */
    static String fromEitherEnd(int number) {
        return number > 0 ? of(number) : number == -1 ? "last" : of(-number) + " last";
    }

    private static String ending(int number) {
        if (number % 100 >= 11 && number % 100 <= 13) {
            return "th";
        }
        return switch (number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
