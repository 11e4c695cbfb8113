// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.volume;

import static dev.drumline.local.store.Village.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountPathsTest {

    private final MountPaths mounts = MountPaths.of(
            object("""
                    volumeMounts:
                    - {name: code, mountPath: /app/}
                    - {name: libs, mountPath: /app/lib, subPath: v1}
                    - {name: tmp, mountPath: /tmp}
                    """),
            Map.of("code", Path.of("/tmp/pod/code"), "libs", Path.of("/tmp/pod/libs"), "tmp", Path.of("/tmp/pod/tmp")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /app                          | /tmp/pod/code
            /app/Endpoints.java           | /tmp/pod/code/Endpoints.java
            -cp=/app/lib/a.jar:/app/b.jar | -cp=/tmp/pod/libs/v1/a.jar:/tmp/pod/code/b.jar
            cat /app/x; ls /tmp           | cat /tmp/pod/code/x; ls /tmp/pod/tmp
            file:///app/x                 | file:///tmp/pod/code/x
            /application                  | /application
            /var/app                      | /var/app
            http://host/app/x             | http://host/app/x
            """)
    void shouldRewritePathsAtOrBelowAMountOnly(String told, String real) {
        assertThat(mounts.rewrite(told)).isEqualTo(real);
    }
}
