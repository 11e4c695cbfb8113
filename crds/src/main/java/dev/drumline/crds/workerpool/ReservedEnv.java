// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.workerpool;

import java.util.List;

/** Environment variables that the operator sets itself: a pool may not. */
public final class ReservedEnv {
    static final String LIST =
            "'CELERY_BROKER_URL','DRUMLINE_REDIS_URL','DRUMLINE_REDIS_USERNAME','DRUMLINE_REDIS_PASSWORD','DRUMLINE_KEY_PREFIX','DRUMLINE_NAME','DRUMLINE_POOL','DRUMLINE_QUEUES','DRUMLINE_CONCURRENCY','DRUMLINE_MAX_DELIVERIES','DRUMLINE_GRACE_PERIOD_SECONDS','POD_IP'";
    static final String RULE = "self.all(e, !(e.name in [" + LIST + "]))";
    static final String MESSAGE = "self.filter(e, e.name in [" + LIST + "])[0].name + ' is set by the operator'";

    /** All of them. */
    public static final List<String> NAMES = List.of(LIST.replace("'", "").split(","));

    private ReservedEnv() {}
}
