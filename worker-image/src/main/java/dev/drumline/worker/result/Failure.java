// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.result;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A failure as Celery stores it.
 *
 * @param type the class's simple name
 * @param module where Python looks for a class of that name, and makes one up if it finds none. Of Python's own modules
 *     only celery.exceptions is named, with classes that it has: another could hold something that is no exception.
 * @param traceback null: none
 */
public record Failure(String type, List<String> message, String module, String traceback) {

    private static final String CELERY = "celery.exceptions";
    private static final int FRAMES_SHOWN = 30;
    private static final int CAUSES_SHOWN = 5;

    /** An exception that Celery itself raises. */
    public static Failure ofCelery(String type, String message) {
        return new Failure(type, List.of(message), CELERY, null);
    }

    /** This worker's own refusal. */
    public static Failure ofDrumline(String type, String message) {
        return new Failure(type, List.of(message), "dev.drumline", null);
    }

    public static Failure of(Throwable thrown) {
        List<String> message = thrown.getMessage() == null ? List.of() : List.of(thrown.getMessage());
        return new Failure(typeOf(thrown), message, moduleOf(thrown), traceback(thrown));
    }

    private static String typeOf(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        return name.isEmpty() ? "Exception" : name;
    }

    /** A package of one word could be the name of a Python module. */
    private static String moduleOf(Throwable thrown) {
        String name = thrown.getClass().getPackageName();
        return name.contains(".") ? name : "java." + name;
    }

    private static String traceback(Throwable thrown) {
        return Stream.iterate(thrown, each -> each != null, Throwable::getCause)
                .limit(CAUSES_SHOWN)
                .map(Failure::frames)
                .collect(Collectors.joining("\nCaused by: "));
    }

    private static String frames(Throwable thrown) {
        return Stream.concat(
                        Stream.of(thrown.toString()),
                        Stream.of(thrown.getStackTrace()).limit(FRAMES_SHOWN).map(frame -> "    at " + frame))
                .collect(Collectors.joining("\n"));
    }
}
