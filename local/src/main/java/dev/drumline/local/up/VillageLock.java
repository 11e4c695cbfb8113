// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held while a village runs in its folder; the system lets go of it even when the village is killed. */
record VillageLock(FileChannel channel, FileLock lock) implements AutoCloseable {

    /** @return empty if another process holds it */
    static Optional<VillageLock> take(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new VillageLock(channel, lock));
            }
        } catch (OverlappingFileLockException heldHere) {
            // Another village of this very process: as good as another process.
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
