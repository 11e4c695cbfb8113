// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopbackAddressesTest {

    private final LoopbackAddresses addresses = new LoopbackAddresses(77);

    @Test
    void shouldGiveEachPodAnAddressOfItsOwn() {
        assertThat(IntStream.range(0, 1000).mapToObj(i -> addresses.take())).doesNotHaveDuplicates();
    }

    @Test
    void shouldNotGiveAnAddressOutAgainSoon() {
        String first = addresses.take();
        addresses.release(first);

        assertThat(first).isEqualTo("127.77.0.2");
        assertThat(addresses.take()).isEqualTo("127.77.0.3");
    }
}
