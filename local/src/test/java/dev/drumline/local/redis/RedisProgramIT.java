// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisProgramIT {

    @TempDir
    Path tools;

    @Test
    void shouldFindARedisThatStartsHere() throws Exception {
        Path program = new RedisProgram(tools).find();

        Process version = new ProcessBuilder(program.toString(), "--version").start();

        assertThat(version.inputReader().readLine()).startsWith("Redis server v=");
        assertThat(new RedisProgram(tools).find()).isEqualTo(program);
    }
}
