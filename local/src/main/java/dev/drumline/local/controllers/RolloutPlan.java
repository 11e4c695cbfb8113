// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * How many replicas each ReplicaSet of a Deployment should have next.
 *
 * @param newSet for the current template
 * @param oldSets in the order given
 */
record RolloutPlan(int newSet, List<Integer> oldSets) {

    /** One ReplicaSet as it is: replicas asked for, and pods available. */
    record State(int replicas, int available) {}

    /** Everything but the current template stops before it starts. */
    static RolloutPlan recreate(int wanted, List<State> oldSets, boolean oldPodsGone) {
        List<Integer> none = oldSets.stream().map(s -> 0).toList();
        return new RolloutPlan(oldPodsGone ? wanted : 0, none);
    }

    /**
     * One step of a rolling update: never more than {@code wanted + surge} pods, never fewer available than
     * {@code wanted - maxUnavailable}; old pods that are not available go first.
     */
    static RolloutPlan roll(int wanted, int surge, int maxUnavailable, State newSet, List<State> oldSets) {
        int total =
                newSet.replicas() + oldSets.stream().mapToInt(State::replicas).sum();
        int grown = newSet.replicas() + Math.max(0, Math.min(wanted + surge - total, wanted - newSet.replicas()));
        int next = Math.min(grown, wanted);

        int minAvailable = wanted - maxUnavailable;
        int newUnavailable = newSet.replicas() - newSet.available();
        int mayGo = Math.max(0, total - minAvailable - newUnavailable);
        List<Integer> unhealthyGone = new ArrayList<>();
        for (State old : oldSets) {
            int gone = Math.min(mayGo, Math.max(0, old.replicas() - old.available()));
            unhealthyGone.add(gone);
            mayGo -= gone;
        }
        int available =
                newSet.available() + oldSets.stream().mapToInt(State::available).sum();
        int spare = Math.max(0, Math.min(mayGo, available - minAvailable));
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < oldSets.size(); i++) {
            int healthy = oldSets.get(i).replicas() - unhealthyGone.get(i);
            int gone = Math.min(spare, healthy);
            left.add(healthy - gone);
            spare -= gone;
        }
        return new RolloutPlan(next, left);
    }

    /** A number or a percentage of the wanted replicas; surge rounds up, unavailability down. */
    static int resolve(JsonNode intOrPercent, int wanted, boolean roundUp) {
        String text = intOrPercent.asText("0");
        if (!text.endsWith("%")) {
            return intOrPercent.asInt();
        }
        double share = wanted * Double.parseDouble(text.substring(0, text.length() - 1)) / 100;
        return (int) (roundUp ? Math.ceil(share) : Math.floor(share));
    }
}
