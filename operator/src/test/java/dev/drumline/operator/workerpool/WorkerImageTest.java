// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.workerpool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.crds.workerpool.WorkerSpec;
import dev.drumline.operator.testing.Yaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerImageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                          | drumline/worker:0.1.0          | true",
                "image: drumline/worker:0.2.0                                | drumline/worker:0.2.0          | true",
                "image: r.example:5000/drumline/worker@sha256:abc            | r.example:5000/drumline/worker@sha256:abc | true",
                "image: r.example/shop/celery:1                              | r.example/shop/celery:1        | false",
                "command: [celery]                                           | drumline/worker:0.1.0          | false"
            })
    void shouldKnowItsOwnWorkers(String spec, String image, boolean ours) {
        String yaml = spec.equals("{}") ? "args: []" : spec;
        assertThat(WorkerImage.of(Yaml.read(yaml, WorkerSpec.class), "drumline/worker:0.1.0"))
                .isEqualTo(new WorkerImage(image, ours));
    }
}
