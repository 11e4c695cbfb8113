// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One measured figure; less is better.
 *
 * @param peer what the peer needs for the same, null where there is none
 * @param peerName null where there is none
 * @param promise the most that ours may need, null where nothing is promised
 */
public record Figure(String name, String unit, double ours, Double peer, String peerName, Double promise) {

    /** How many times as much the peer needs; null without a peer. */
    @JsonProperty
    public Double ratio() {
        return peer == null ? null : peer / ours;
    }

    /** Null where nothing is promised. */
    @JsonProperty
    public Boolean met() {
        return promise == null ? null : ours <= promise;
    }
}
