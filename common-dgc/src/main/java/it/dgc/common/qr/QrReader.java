package it.dgc.common.qr;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.Decoder;

/**
 * Reads the text of a QR symbol from a picture: drawn, scanned or photographed, at any angle (ISO/IEC 18004, 12).
 *
 * <p>A picture of nothing but the symbol is tried first, because that way needs no search and cannot go astray; then
 * the symbol is searched for, under two ways to tell dark from light, in the picture as it is, smoother, smaller,
 * inverted, and larger at several angles. The work has a bound; keeps nothing of the picture.
 */
public final class QrReader {

    private static final Map<DecodeHintType, ?> NOTHING_BUT_THE_SYMBOL = Map.of(DecodeHintType.PURE_BARCODE, true);

    /** Helps with modules of one to three pixels. */
    private static final double ENLARGED = 2;

    /** Pixels on the longer side from which a picture is not enlarged: its modules are large enough. */
    private static final int LARGE = 2000;

    /** Degrees: a square is missed at some angles, where its modules are few pixels wide. */
    private static final List<Double> ANGLES = List.of(0.0, 30.0, 60.0);

    private static final List<Function<LuminanceSource, Binarizer>> BINARIZERS = List.of(HybridBinarizer::new,
            GlobalHistogramBinarizer::new);

    private QrReader() {}

    /**
     * @param image the picture; where it is transparent it counts as white
     * @return the text of the symbol; empty where none can be read
     */
    public static Optional<String> read(BufferedImage image) {
        Luminance picture = Luminance.of(image);
        return BINARIZERS.stream().map(binarizer -> binarizer.apply(picture.source())).map(QrReader::alone)
                .flatMap(Optional::stream).findFirst()
                .or(() -> views(picture).flatMap(view -> found(view.get())).findFirst());
    }

    /** Made one by one, on demand: most pictures are read by the first. */
    private static Stream<Supplier<Luminance>> views(Luminance picture) {
        double scale = picture.longerSide() > LARGE ? 1 : ENLARGED;
        Stream<Supplier<Luminance>> plain = Stream.of(() -> picture, picture::smoothed, picture::halved,
                () -> picture.halved().smoothed(), picture::inverted);
        return Stream.concat(plain, ANGLES.stream().map(degrees -> () -> picture.redrawn(scale, degrees)));
    }

    private static Optional<String> alone(Binarizer binarizer) {
        try {
            return Optional.of(new QRCodeReader().decode(new BinaryBitmap(binarizer), NOTHING_BUT_THE_SYMBOL)
                    .getText());
        } catch (ReaderException notReadThisWay) {
            return Optional.empty();
        }
    }

    private static Stream<String> found(Luminance view) {
        return BINARIZERS.stream().flatMap(binarizer -> dark(binarizer.apply(view.source())).stream())
                .flatMap(dark -> FinderSearch.corners(dark).stream()
                        .flatMap(squares -> GridFit.of(dark, squares).stream()))
                .flatMap(fit -> ModuleGrid.of(view, fit).readings()).flatMap(modules -> decoded(modules).stream());
    }

    private static Optional<BitMatrix> dark(Binarizer binarizer) {
        try {
            return Optional.of(binarizer.getBlackMatrix());
        } catch (ReaderException oneShadeOnly) {
            return Optional.empty();
        }
    }

    private static Optional<String> decoded(BitMatrix modules) {
        try {
            return Optional.of(new Decoder().decode(modules).getText());
        } catch (ReaderException notReadThisWay) {
            return Optional.empty();
        }
    }
}
