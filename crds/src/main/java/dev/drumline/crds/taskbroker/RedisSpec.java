// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.taskbroker;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.drumline.crds.common.SecretRef;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** Where the Redis of a broker is and how to reach it. */
@ValidationRule(value = "has(self.url) != has(self.sentinel)", message = "set exactly one of url, sentinel")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RedisSpec(
        @JsonPropertyDescription("""
                Address of a single Redis primary, such as redis://redis:6379; a short host name is a \
                Service of this namespace. Exactly one of url and sentinel.""")
        @Size(max = 512)
        @ValidationRule(
                value = "self.matches('^rediss?://[A-Za-z0-9_.-]+(:[0-9]{1,5})?(/[0-9]{1,3})?$')",
                message = "must look like redis://host:6379; put user and password into credentialsSecretRef")
        String url,

        @JsonPropertyDescription("""
                The Sentinel group that knows the primary; beats, workers and the operator follow it \
                there. Exactly one of url and sentinel.""") SentinelSpec sentinel,
        @JsonPropertyDescription("""
                Secret of this namespace with the key password and, for a Redis ACL user, the key \
                username. Default: no authentication.""") SecretRef credentialsSecretRef,
        @JsonPropertyDescription("""
                Set to speak TLS to Redis, with host name check. Default: no TLS. Not yet supported.""") TlsSpec tls,
        @JsonPropertyDescription("""
                Number of the Redis database, 0 to 255. Default: the one in url, else 0. Stock \
                Celery tenants must not share one.""") @Min(0) @Max(255) Integer database,

        @JsonPropertyDescription("""
                What the keys of Drumline's own data start with; queues keep Celery's names. At most \
                64 characters. Default drumline:. A change starts from empty data.""")
        @Default("'drumline:'")
        @Size(max = 64)
        @ValidationRule(
                value = "self.matches('^[A-Za-z0-9_.:-]*$')",
                message = "must consist of letters, digits, _ . : and -")
        String keyPrefix,

        @JsonPropertyDescription("""
                true: a worker executes a message only after a replica has seen the claim (WAIT 1), \
                which costs a round trip. Default false. Not yet supported.""") Boolean strict) {
    public static final String DEFAULT_KEY_PREFIX = "drumline:";

    public RedisSpec {
        keyPrefix = keyPrefix == null ? DEFAULT_KEY_PREFIX : keyPrefix;
    }
}
