// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTest {

    @Test
    void shouldPutFactsBehindTheSentence() {
        assertThat(Log.line("Set a message aside", Fact.TASK_ID, "id-1", Fact.REASON, "not \"JSON\"\nat all"))
                .isEqualTo("Set a message aside  taskId=id-1 reason=\"not 'JSON' at all\"");
    }
}
