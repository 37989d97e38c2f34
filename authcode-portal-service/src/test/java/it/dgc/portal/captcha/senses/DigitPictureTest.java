package it.dgc.portal.captcha.senses;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DigitPictureTest {

    /** Of 255; between the digits and the lines behind them. */
    private static final int INK = 60;

    private final DigitPicture pictures = DigitPicture.load();

    @Test
    void isAPngThatDependsOnDigitsAndSeedAlone() throws IOException {
        byte[] png = pictures.png("234567", 1);
        assertThat(DigitPicture.load().png("234567", 1)).isEqualTo(png);
        assertThat(pictures.png("234567", 2)).isNotEqualTo(png);
        assertThat(pictures.png("234568", 1)).isNotEqualTo(png);
        assertThat(read(png)).extracting(BufferedImage::getWidth, BufferedImage::getHeight).containsExactly(300, 96);
        assertThat(png).hasSizeLessThan(12_000);
    }

    @Test
    @DisplayName("every digit lies whole on the paper, and holds ink enough to be read")
    void drawsAllOfEveryDigit() throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            Raster paper = read(pictures.png("888888", seed)).getRaster();
            int border = 0;
            for (int x = 0; x < paper.getWidth(); x++) {
                border += dark(paper, x, 0) + dark(paper, x, paper.getHeight() - 1);
            }
            assertThat(border).isZero();
            for (int cell = 0; cell < 6; cell++) {
                int from = 18 + cell * 44;
                int ink = IntStream.range(from, from + 44).map(x -> column(paper, x)).sum();
                assertThat(ink).isGreaterThan(250);
            }
        }
    }

    @Test
    @DisplayName("WCAG 2.2, 1.4.3: more than 4.5 to 1")
    void writesDarkOnWhite() throws IOException {
        Raster paper = read(pictures.png("234567", 1)).getRaster();
        Set<Integer> shades = new HashSet<>();
        for (int x = 0; x < paper.getWidth(); x++) {
            for (int y = 0; y < paper.getHeight(); y++) {
                shades.add(paper.getSample(x, y, 0));
            }
        }
        assertThat(shades).contains(255).anyMatch(shade -> shade < INK);
    }

    private static int column(Raster paper, int x) {
        return IntStream.range(0, paper.getHeight()).map(y -> dark(paper, x, y)).sum();
    }

    private static int dark(Raster paper, int x, int y) {
        return paper.getSample(x, y, 0) < INK ? 1 : 0;
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
