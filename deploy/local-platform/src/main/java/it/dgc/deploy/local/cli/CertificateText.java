package it.dgc.deploy.local.cli;

import java.nio.file.Path;
import java.util.regex.Pattern;

import it.dgc.common.qr.QrReader;
import it.dgc.deploy.local.console.ExplainedException;

/** Finds the text of a certificate in what the user gave: the text itself, a picture or a PDF. */
final class CertificateText {

    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(png|jpe?g|gif|bmp)");
    private static final Pattern PDF = Pattern.compile("(?i).*\\.pdf");

    private CertificateText() {}

    /** Anything that is not named like a picture or a PDF is taken as text, which may then prove not to be a certificate. */
    static String of(String argument) {
        if (PDF.matcher(argument).matches()) {
            return PdfFile.certificate(Path.of(argument));
        }
        return PICTURE.matcher(argument).matches() ? inPicture(Path.of(argument)) : argument.strip();
    }

    private static String inPicture(Path file) {
        return QrReader.read(PictureFile.read(file))
                .orElseThrow(() -> new ExplainedException("No QR code can be read in " + file + "."));
    }
}
