// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.network;

import java.util.BitSet;

/**
 * Addresses of pods: {@code 127.<village>.x.y}. All of 127.0.0.0/8 is this machine's own on Linux, so each pod listens on
 * the ports that it likes.
 */
public final class LoopbackAddresses {

    private static final int FIRST = 2;
    private static final int SIZE = 1 << 16;

    private final String prefix;
    private final BitSet taken = new BitSet(SIZE);
    private int last = FIRST - 1;

    /** @param village tells villages on one machine apart: 1 to 254 */
    public LoopbackAddresses(int village) {
        this.prefix = "127." + village + ".";
    }

    /** The next address after the one given out last, so that one comes back as late as can be. */
    public synchronized String take() {
        int free = taken.nextClearBit(last + 1);
        last = free < SIZE - 1 ? free : taken.nextClearBit(FIRST);
        taken.set(last);
        return prefix + (last >> 8) + "." + (last & 0xff);
    }

    public synchronized void release(String address) {
        String[] parts = address.split("\\.");
        taken.clear((Integer.parseInt(parts[2]) << 8) | Integer.parseInt(parts[3]));
    }
}
