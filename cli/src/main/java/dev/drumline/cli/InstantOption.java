// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An instant as RFC 3339 writes it. */
public final class InstantOption implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException("must be an RFC 3339 time such as 2026-12-24T18:00:00Z, is " + text);
        }
    }
}
