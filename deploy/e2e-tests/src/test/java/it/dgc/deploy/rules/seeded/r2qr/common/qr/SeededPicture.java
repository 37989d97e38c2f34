package it.dgc.deploy.rules.seeded.r2qr.common.qr;

import javax.imageio.ImageIO;

/** Breach: a picture library with a cache on disk. */
final class SeededPicture {

    private SeededPicture() {}

    static String[] formats() {
        return ImageIO.getWriterFormatNames();
    }
}
