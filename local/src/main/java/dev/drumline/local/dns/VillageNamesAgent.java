// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.dns;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Being an agent puts this jar on the class path of a program that knows nothing of it. */
public final class VillageNamesAgent {

    private VillageNamesAgent() {}

    /** Resolves once, while only the system class loader is there, so that {@link VillageNames} is the one found. */
    public static void premain(String arguments) {
        try {
            InetAddress.getByName("village.invalid");
        } catch (UnknownHostException expected) {
            // The resolver is in place; that there is no such name is right.
        }
    }
}
