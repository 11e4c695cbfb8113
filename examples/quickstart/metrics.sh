#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Writes metrics.yaml anew: ./metrics.sh > metrics.yaml
cat <<'HEAD'
# 1,000 checks, each every 10 s, spread over the ten seconds by the hash of its name: 100 a second. Made by metrics.sh.
# A check waits 30 s at most before it is worthless: long enough to outlive a worker that dies with it.
apiVersion: v1
kind: List
items:
HEAD
i=0
while [ "$i" -lt 1000 ]; do
    printf -- '- {apiVersion: drumline.dev/v1beta1, kind: PeriodicTask, metadata: {name: check-%04d}, spec: {schedule: {every: 10s}, ' "$i"
    printf 'task: drumline.http, kwargs: {url: "http://endpoints:8080/check/%d"}, queue: metrics, expiresSeconds: 30, ignoreResult: true}}\n' "$i"
    i=$((i + 1))
done
