// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.spi.InetAddressResolver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VillageResolverTest {

    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddressResolver.LookupPolicy ANY =
            InetAddressResolver.LookupPolicy.of(InetAddressResolver.LookupPolicy.IPV4);

    @TempDir
    Path folder;

    @Test
    void shouldResolveTheNamesOfTheFileAsTheyStandNow() throws Exception {
        Path hosts = folder.resolve("default");
        VillageResolver resolver = new VillageResolver(new HostsFile(hosts), new Machine());
        assertThat(resolver.lookupByName("redis", ANY)).containsExactly(ELSEWHERE);

        Files.write(hosts, List.of("127.1.0.2 redis redis.default", "127.1.0.3 redis redis.default"));

        assertThat(resolver.lookupByName("Redis.default.", ANY))
                .containsExactly(InetAddress.ofLiteral("127.1.0.2"), InetAddress.ofLiteral("127.1.0.3"));
        assertThat(resolver.lookupByName("example.org", ANY)).containsExactly(ELSEWHERE);
    }

    private static final class Machine implements InetAddressResolver {
        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) {
            return Stream.of(ELSEWHERE);
        }

        @Override
        public String lookupByAddress(byte[] address) {
            return "elsewhere";
        }
    }
}
