// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictask;

import java.util.List;

/** Headers that the message itself uses: a task may not set them. */
public final class ReservedHeaders {
    static final String LIST =
            "'id','task','lang','eta','expires','group','group_index','retries','timelimit','root_id','parent_id','argsrepr','kwargsrepr','origin','ignore_result','shadow','replaced_task_nesting','stamped_headers','stamps','periodic_task_name','drumline_due','drumline_enqueued','drumline_concurrency'";
    static final String RULE = "self.all(k, !(k in [" + LIST + "]))";
    static final String MESSAGE = "'\"' + self.filter(k, k in [" + LIST + "])[0] + '\" is reserved'";

    /** All of them, as they are spelled in a message. */
    public static final List<String> NAMES = List.of(LIST.replace("'", "").split(","));

    private ReservedHeaders() {}
}
