// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.dns;

import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.nio.file.Path;

/** Found by {@code java.net.InetAddress}: the village's names first, then the machine's. */
public final class VillageNames extends InetAddressResolverProvider {

    /** Where the names are: set by the kubelet for the programs that it starts. */
    static final String HOSTS = "DRUMLINE_VILLAGE_HOSTS";

    @Override
    public InetAddressResolver get(Configuration configuration) {
        String hosts = System.getenv(HOSTS);
        InetAddressResolver machine = configuration.builtinResolver();
        return hosts == null ? machine : new VillageResolver(new HostsFile(Path.of(hosts)), machine);
    }

    @Override
    public String name() {
        return "drumline-village";
    }
}
