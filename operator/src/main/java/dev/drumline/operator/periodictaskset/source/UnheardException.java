// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.source;

import java.util.Optional;

/** The API server has not yet told of all ConfigMaps; it is a wait, not a fault. */
public final class UnheardException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnheardException(Optional<String> why) {
        super(why.orElse(null), null, false, false);
    }

    /** What stands in the way, where that is known. */
    public Optional<String> why() {
        return Optional.ofNullable(getMessage());
    }
}
