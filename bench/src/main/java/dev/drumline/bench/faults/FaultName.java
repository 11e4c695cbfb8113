// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.faults;

import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A fault by the name that the command knows it by. */
final class FaultName implements ITypeConverter<Fault> {

    @Override
    public Fault convert(String name) {
        return Arrays.stream(Fault.values())
                .filter(fault -> fault.title().equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("there is no fault " + name));
    }
}
