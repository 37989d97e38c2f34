package it.dgc.deploy.local.cli;

import java.util.Arrays;
import java.util.stream.Collectors;

import it.dgc.deploy.local.platform.PartName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a part as it is written on the command line. */
final class PartNameConverter implements ITypeConverter<PartName> {

    @Override
    public PartName convert(String text) {
        return Arrays.stream(PartName.values()).filter(part -> part.toString().equals(text)).findFirst()
                .orElseThrow(() -> new TypeConversionException("there is no part " + text + "; choose one of "
                        + Arrays.stream(PartName.values()).map(PartName::toString).collect(Collectors.joining(", "))));
    }
}
