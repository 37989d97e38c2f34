package it.dgc.deploy.local.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

import it.dgc.deploy.local.console.ExplainedException;

/**
 * A picture that the user gave, read into as little memory as its QR code needs and never copied to disk. How the camera
 * was held (Exif, orientation) makes no difference to a QR code, which is read at any angle and mirrored.
 */
final class PictureFile {

    /** Pixels; ten times what the cameras of telephones take. */
    private static final long LARGEST = 200_000_000;
    /** Pixels; above, only each second, third, ... one is read. */
    private static final long ENOUGH = 20_000_000;

    private PictureFile() {}

    static BufferedImage read(Path file) {
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new ExplainedException("The file " + file + " is no picture that can be read.");
            }
            return read(file, in, readers.next());
        } catch (IOException refused) {
            throw new ExplainedException("There is no picture " + file + " that can be read.", refused);
        }
    }

    private static BufferedImage read(Path file, ImageInputStream in, ImageReader reader) throws IOException {
        try {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > LARGEST) {
                throw new ExplainedException("The picture " + file + " has more than " + LARGEST / 1_000_000
                        + " million pixels; give a smaller one.");
            }
            int step = (int) Math.ceil(Math.sqrt((double) pixels / ENOUGH));
            ImageReadParam sparsely = reader.getDefaultReadParam();
            sparsely.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, sparsely);
        } finally {
            reader.dispose();
        }
    }
}
