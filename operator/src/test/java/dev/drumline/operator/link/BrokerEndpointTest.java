// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.crds.taskbroker.TaskBrokerSpec;
import dev.drumline.operator.testing.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerEndpointTest {
    @ParameterizedTest
    @CsvSource({
        "redis://redis,                     , redis://redis:6379/0",
        "redis://redis.shop.svc:6380,       , redis://redis.shop.svc:6380/0",
        "redis://redis:6379/2,              , redis://redis:6379/2",
        "redis://redis:6379,               3, redis://redis:6379/3",
        "redis://127.0.0.1:6379/,           , redis://127.0.0.1:6379/0"
    })
    void shouldSayWhereRedisIsInFull(String url, Integer database, String expected) {
        var spec = Yaml.read(
                "redis: {url: '" + url + "'" + (database == null ? "" : ", database: " + database) + "}",
                TaskBrokerSpec.class);
        assertThat(BrokerEndpoint.of(spec, false).url()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "redis://redis:6379/0,          redis://redis.shop:6379/0",
        "redis://redis.data.svc:6379/0, redis://redis.data.svc:6379/0",
        "redis://127.0.0.1:6379/0,      redis://127.0.0.1:6379/0",
        "redis://localhost:6379/0,      redis://localhost:6379/0",
        "redis://[::1]:6379/0,          redis://[::1]:6379/0"
    })
    void shouldLookForAShortNameInTheBrokersNamespace(String url, String outside) {
        var spec = Yaml.read("redis: {url: '" + url + "'}", TaskBrokerSpec.class);
        assertThat(BrokerEndpoint.of(spec, false).urlOutside("shop")).isEqualTo(outside);
    }

    @Test
    void shouldNameTheSentinels() {
        var spec = Yaml.read(
                "redis: {database: 2, sentinel: {masterName: main, nodes: [s-0, 's-1.data.svc:26380', '10.0.0.7']}}",
                TaskBrokerSpec.class);
        BrokerEndpoint endpoint = BrokerEndpoint.of(spec, false);
        assertThat(endpoint.url()).isEqualTo("redis-sentinel://s-0:26379,s-1.data.svc:26380,10.0.0.7:26379/2#main");
        assertThat(endpoint.urlOutside("shop"))
                .isEqualTo("redis-sentinel://s-0.shop:26379,s-1.data.svc:26380,10.0.0.7:26379/2#main");
        assertThat(endpoint.ports()).containsExactly(6379, 26379, 26380);
        assertThat(endpoint.masterName()).contains("main");
        assertThat(endpoint.celeryUrl(":secret@"))
                .isEqualTo("sentinel://:secret@s-0:26379/2;sentinel://:secret@s-1.data.svc:26380/2;"
                        + "sentinel://:secret@10.0.0.7:26379/2");
    }
}
