package it.dgc.common.qr;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

/**
 * Reads the text of a QR symbol from a picture: drawn, scanned or photographed, at any angle (ISO/IEC 18004, 12).
 *
 * <p>A picture of nothing but the symbol is tried first, because that way needs no search and cannot go astray; then
 * the symbol is searched for, under two ways to tell dark from light, in the picture as it is, smaller, inverted, and
 * larger at several angles. Keeps nothing of the picture.
 */
public final class QrReader {

    private static final Map<DecodeHintType, ?> NOTHING_BUT_THE_SYMBOL = Map.of(DecodeHintType.PURE_BARCODE, true);
    private static final Map<DecodeHintType, ?> SOMEWHERE = Map.of(DecodeHintType.TRY_HARDER, true);

    /** Helps with modules of one to three pixels. */
    private static final double ENLARGED = 2;

    /** Pixels on the longer side from which a picture is not enlarged: its modules are large enough. */
    private static final int LARGE = 2000;

    /** Degrees: the search misjudges a dense symbol at some angles, other ones for each picture. */
    private static final List<Double> ANGLES = List.of(0.0, 15.0, 30.0, 45.0, 60.0, 75.0);

    private QrReader() {}

    /**
     * @param image the picture; where it is transparent it counts as white
     * @return the text of the symbol; empty where none can be read
     */
    public static Optional<String> read(BufferedImage image) {
        return attempts(Luminance.of(image)).map(QrReader::attempt).flatMap(Optional::stream).findFirst();
    }

    /** Made one by one, on demand: most pictures are read by the first. */
    private static Stream<Attempt> attempts(Luminance picture) {
        return Stream.concat(binarized(picture.source(), NOTHING_BUT_THE_SYMBOL),
                views(picture).flatMap(view -> binarized(view.get(), SOMEWHERE)));
    }

    private static Stream<Supplier<LuminanceSource>> views(Luminance picture) {
        double scale = picture.longerSide() > LARGE ? 1 : ENLARGED;
        Stream<Supplier<LuminanceSource>> plain = Stream.of(picture::source, () -> picture.halved().source(),
                () -> picture.source().invert());
        return Stream.concat(plain, ANGLES.stream().map(degrees -> () -> picture.redrawn(scale, degrees).source()));
    }

    private static Stream<Attempt> binarized(LuminanceSource source, Map<DecodeHintType, ?> hints) {
        return Stream.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))
                .map(binarizer -> new Attempt(new BinaryBitmap(binarizer), hints));
    }

    private static Optional<String> attempt(Attempt attempt) {
        try {
            return Optional.of(new QRCodeReader().decode(attempt.bitmap(), attempt.hints()).getText());
        } catch (ReaderException notReadThisWay) {
            return Optional.empty();
        }
    }

    private record Attempt(BinaryBitmap bitmap, Map<DecodeHintType, ?> hints) {}
}
