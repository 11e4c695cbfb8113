// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.env;

/** A container asks for a ConfigMap, a Secret, a key or a field that is not there (yet). The message says which. */
public final class MissingConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MissingConfigException(String message) {
        super(message);
    }
}
