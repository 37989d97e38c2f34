package it.dgc.common.testing;

import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;

/** Reads a code out of a picture, as a scanner does. */
public final class QrPicture {

    private static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);

    private QrPicture() {}

    /**
     * @param picture a picture with one QR or Aztec code
     * @return the code's text; empty where none can be read
     */
    public static Optional<String> read(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        try {
            return Optional.of(new MultiFormatReader().decode(bitmap, HINTS).getText());
        } catch (NotFoundException none) {
            return Optional.empty();
        }
    }
}
