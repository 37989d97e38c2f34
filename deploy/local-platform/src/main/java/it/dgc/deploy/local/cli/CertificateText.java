package it.dgc.deploy.local.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import it.dgc.common.qr.QrReader;
import it.dgc.deploy.local.console.ExplainedException;

/** Finds the text of a certificate in what the user gave: the text itself, or a picture. */
final class CertificateText {

    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(png|jpe?g|gif|bmp)");

    private CertificateText() {}

    /** Anything that is not named like a picture is taken as text, which may then prove not to be a certificate. */
    static String of(String argument) {
        return PICTURE.matcher(argument).matches() ? inPicture(Path.of(argument)) : argument.strip();
    }

    private static String inPicture(Path file) {
        return QrReader.read(picture(file))
                .orElseThrow(() -> new ExplainedException("No QR code can be read in " + file + "."));
    }

    private static BufferedImage picture(Path file) {
        try {
            BufferedImage picture = ImageIO.read(file.toFile());
            if (picture == null) {
                throw new ExplainedException("The file " + file + " is no picture that can be read.");
            }
            return picture;
        } catch (IOException refused) {
            throw new ExplainedException("There is no picture " + file + " that can be read.", refused);
        }
    }
}
