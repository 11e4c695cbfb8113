// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.dns;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The names of the hosts file; the machine's resolver for all others. */
record VillageResolver(HostsFile hosts, InetAddressResolver machine) implements InetAddressResolver {

    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
        String name = host.toLowerCase(Locale.ROOT);
        List<InetAddress> addresses = hosts.addresses(name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
        return addresses.isEmpty() ? machine.lookupByName(host, policy) : addresses.stream();
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
        return machine.lookupByAddress(address);
    }
}
