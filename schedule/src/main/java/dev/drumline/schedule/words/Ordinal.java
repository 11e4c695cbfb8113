// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

/** A number as a place in a row: 2nd, 11th, 23rd. */
final class Ordinal {
    private Ordinal() {}

    static String of(int number) {
        return number + ending(number);
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
