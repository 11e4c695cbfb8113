// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.work;

import dev.drumline.broker.redis.Script;
import java.util.ArrayList;
import java.util.List;

/**
 * Tasks that are not to run, or to go on, in the order in which they were revoked.
 *
 * @param through up to where in that order a worker then knows them all; 0 before the first
 */
public record Revocations(long through, List<String> taskIds) {

    public static final Revocations NONE = new Revocations(0, List.of());

    /** @param answer task ids, each with its score behind it */
    static Revocations read(List<Object> answer) {
        List<String> ids = new ArrayList<>(answer.size() / 2);
        long through = 0;
        for (int i = 0; i < answer.size(); i += 2) {
            ids.add(Script.text(answer.get(i)));
            through = (long) Double.parseDouble(Script.text(answer.get(i + 1)));
        }
        return new Revocations(through, ids);
    }
}
