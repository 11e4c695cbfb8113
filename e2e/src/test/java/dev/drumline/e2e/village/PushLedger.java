// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e.village;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every message that anybody pushes onto a queue, by task id, and every schedule entry that is edited, as Redis itself tells
 * it ({@code MONITOR}). None of our own code counts here.
 */
public final class PushLedger implements AutoCloseable {

    private static final Pattern PUSH = Pattern.compile("\"LPUSH\" \"([^\"]+)\" (.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ID =
            Pattern.compile("\\\\\"task\\\\\":\\\\\"[^\"]+\\\\\",\\\\\"id\\\\\":\\\\\"([^\"\\\\]+)\\\\\"");

    private static final Pattern EDIT = Pattern.compile("\"XADD\" \"[^\"]*changes\" .*\"ids\" \"(.*)\"$");

    private final Socket socket;
    private final Map<String, Queue<String>> ids = new ConcurrentHashMap<>();
    private final Queue<String> edits = new ConcurrentLinkedQueue<>();

    private PushLedger(Socket socket) {
        this.socket = socket;
    }

    /** Begins to listen. */
    public static PushLedger of(String redisUrl) throws IOException {
        URI uri = URI.create(redisUrl);
        PushLedger ledger = new PushLedger(new Socket(uri.getHost(), uri.getPort()));
        ledger.socket.getOutputStream().write("MONITOR\r\n".getBytes(UTF_8));
        BufferedReader lines = new BufferedReader(new InputStreamReader(ledger.socket.getInputStream(), UTF_8));
        if (!lines.readLine().equals("+OK")) {
            throw new IOException("Redis does not let us listen");
        }
        Thread.ofVirtual().start(() -> ledger.listen(lines));
        return ledger;
    }

    private void listen(BufferedReader lines) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                note(line);
            }
        } catch (IOException closed) {
            // The test has ended.
        }
    }

    private void note(String line) {
        Matcher push = PUSH.matcher(line);
        if (push.find()) {
            Matcher id = ID.matcher(push.group(2));
            while (id.find()) {
                ids.computeIfAbsent(push.group(1), queue -> new ConcurrentLinkedQueue<>())
                        .add(id.group(1));
            }
            return;
        }
        Matcher edit = EDIT.matcher(line);
        if (edit.find()) {
            // MONITOR writes a line feed as two characters.
            edits.addAll(List.of(edit.group(1).split("\\\\n")));
        }
    }

    /** The ids pushed onto the queue so far, in order, with repetitions. */
    public Collection<String> ids(String queue) {
        return ids.getOrDefault(queue, new ConcurrentLinkedQueue<>());
    }

    /** The ids of entries that were written or deleted so far, in order, with repetitions. */
    public Collection<String> edits() {
        return edits;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
