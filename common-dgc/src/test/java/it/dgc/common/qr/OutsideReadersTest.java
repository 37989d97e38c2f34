package it.dgc.common.qr;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@DisplayName("symbols that others drew, and ours in the hands of other readers")
class OutsideReadersTest {

    private static final Path VECTORS = Path.of(System.getProperty("dgc.root", ""))
            .resolve(System.getProperty("dgc.vectors", "../shared/vectors"));

    @Test
    void readsThePublicSampleOfAnExemption() throws IOException {
        assertThat(QrReader.read(ImageIO.read(vector("it/exemption-sample.png").toFile()))).hasValueSatisfying(
                text -> assertThat(text).startsWith("HC1:6BFOXN%TS3DHGYO KRBZDI1R0G").hasSize(507));
    }

    @Test
    void drawsThePublicSampleLessDenseThanItsIssuerDid() throws IOException {
        String text = QrReader.read(ImageIO.read(vector("it/exemption-sample.png").toFile())).orElseThrow();
        assertThat(QrSymbol.of(text).version()).isEqualTo(17).isLessThan(20);
        assertThat(QrReader.read(Pictures.of(QrSymbol.of(text)))).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0_REC.png", "1.0.0_TEST.png", "1.0.0_VAC.png", "1.3.0_REC_revoked.png",
            "1.3.0_TEST_revoked.png", "1.3.0_VAC_revoked.png"})
    void readsTheItalianTestCertificates(String file) throws IOException {
        assertThat(QrReader.read(ImageIO.read(vector("it/dcc-qa-IT/" + file).toFile())))
                .hasValueSatisfying(text -> assertThat(text).startsWith("HC1:"));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 507, 1093, 2420})
    void isReadByZbar(int characters, @TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(onThePath("zbarimg"), "zbarimg is not installed");
        String text = Texts.ofLength(characters);
        Path png = Files.write(folder.resolve("symbol.png"), QrSymbol.of(text).png());
        assertThat(zbar(png)).isEqualTo(text);
    }

    private static String zbar(Path png) throws IOException, InterruptedException {
        Process zbar = new ProcessBuilder(List.of("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable",
                png.toString())).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(zbar.getInputStream().readAllBytes(), UTF_8);
        assertThat(zbar.waitFor()).isZero();
        return output.replaceAll("\\R$", "");
    }

    private static boolean onThePath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Path vector(String name) {
        Path file = VECTORS.resolve(name);
        assumeTrue(Files.exists(file), () -> name + " is not among the public vectors of this machine");
        return file;
    }
}
