// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.process;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/**
 * Signals to a whole process group: what a container's program started ends with it, even when the program itself was
 * killed and can't pass the signal on.
 */
final class ProcessGroup {

    static final int SIGKILL = 9;
    static final int SIGTERM = 15;

    private static final MethodHandle KILL = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("kill"),
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));

    private ProcessGroup() {}

    /** @return whether the group had a process to signal */
    static boolean signal(long leader, int signal) {
        return kill(-leader, signal);
    }

    static boolean signalLeader(long leader, int signal) {
        return kill(leader, signal);
    }

    private static boolean kill(long target, int signal) {
        if (Math.abs(target) <= 1) {
            throw new IllegalArgumentException("refusing to signal process " + target);
        }
        try {
            return (int) KILL.invokeExact((int) target, signal) == 0;
        } catch (Throwable e) {
            throw new IllegalStateException("kill(2) can't be called", e);
        }
    }
}
