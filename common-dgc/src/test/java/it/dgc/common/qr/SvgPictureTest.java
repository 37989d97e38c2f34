package it.dgc.common.qr;

import java.io.StringReader;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

class SvgPictureTest {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

    @ParameterizedTest
    @ValueSource(ints = {20, 507, 2420, 4296})
    void paintsTheDarkModulesAndNoOthers(int characters) throws Exception {
        QrSymbol symbol = QrSymbol.of(Texts.ofLength(characters));
        assertThat(rasterised(pathOf(symbol), symbol.modules())).isEqualTo(modules(symbol));
    }

    @Test
    void measuresInModulesOnAWhiteGround() throws Exception {
        QrSymbol symbol = QrSymbol.of(Texts.ofLength(Texts.TYPICAL));
        Element svg = parsed(symbol);
        String side = String.valueOf(symbol.modules());
        assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 " + side + " " + side);
        assertThat(svg.getAttribute("shape-rendering")).isEqualTo("crispEdges");
        Element ground = (Element) svg.getElementsByTagName("rect").item(0);
        assertThat(ground.getAttribute("fill")).isEqualTo("#fff");
        assertThat(ground.getAttribute("width")).isEqualTo(side).isEqualTo(ground.getAttribute("height"));
    }

    @Test
    void saysNothingAboutWhatItIs() throws Exception {
        Element svg = parsed(QrSymbol.of(Texts.ofLength(Texts.TYPICAL)));
        assertThat(svg.getElementsByTagName("*").getLength()).isEqualTo(2);
        assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(1);
        assertThat(svg.getTextContent()).isBlank();
    }

    @Test
    void givesTheSameLinesForTheSameText() {
        String text = Texts.ofLength(Texts.TYPICAL);
        assertThat(QrSymbol.of(text).svg()).isEqualTo(QrSymbol.of(text).svg());
    }

    private static String pathOf(QrSymbol symbol) throws Exception {
        return ((Element) parsed(symbol).getElementsByTagName("path").item(0)).getAttribute("d");
    }

    private static Element parsed(QrSymbol symbol) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(symbol.svg()))).getDocumentElement();
    }

    private static BitSet rasterised(String path, int side) {
        BitSet pixels = new BitSet();
        Matcher run = RUN.matcher(path);
        int parsedUpTo = 0;
        while (run.find()) {
            assertThat(run.start()).isEqualTo(parsedUpTo);
            assertThat(run.group(3)).isEqualTo(run.group(4));
            int first = Integer.parseInt(run.group(2)) * side + Integer.parseInt(run.group(1));
            pixels.set(first, first + Integer.parseInt(run.group(3)));
            parsedUpTo = run.end();
        }
        assertThat(parsedUpTo).isEqualTo(path.length());
        return pixels;
    }

    private static BitSet modules(QrSymbol symbol) {
        BitSet modules = new BitSet();
        for (int at = 0; at < symbol.modules() * symbol.modules(); at++) {
            modules.set(at, symbol.dark(at % symbol.modules(), at / symbol.modules()));
        }
        return modules;
    }
}
