package it.dgc.deploy.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

@DisplayName("The EU's issuance service is run where its jar is named, here a stand-in's, and its recorded figure shown where not")
class EuIssuanceTest {

    private static final double NANOS = 1e9;

    private String before;

    @TempDir
    private Path directory;

    @BeforeEach
    void nameNone() {
        before = System.clearProperty(EuIssuance.PROPERTY);
    }

    @AfterEach
    void nameWhatWasNamed() {
        if (before == null) {
            System.clearProperty(EuIssuance.PROPERTY);
        } else {
            System.setProperty(EuIssuance.PROPERTY, before);
        }
    }

    @Test
    void showsTheRecordedFigureAsSuchWhereNoJarIsNamed() throws Exception {
        EuIssuance.Rate rate = EuIssuance.rate(Size.SHORT);
        assertThat(rate.perCpuSecond()).isEqualTo(374);
        assertThat(rate.beside()).isEqualTo("EU dgca-issuance-service, its one-line fault mended: not run here,"
                + " recorded figure (157 as shipped)");
    }

    @Test
    void runsTheJarThatIsNamedAndCountsForEachSecondOfItsProcessors() throws Exception {
        Path jar = named(StandInPeer.class);
        EuIssuance.Rate rate = EuIssuance.rate(Size.SHORT);
        assertThat(rate.perCpuSecond()).isPositive().isLessThan(NANOS / StandInPeer.WORK);
        assertThat(rate.beside()).startsWith("EU dgca-issuance-service, run here from StandInPeer.jar,");
        assertThat(Files.readAllLines(StandInPeer.notes(jar))).as("warm-up twice what is counted")
                .hasSize(3 * Size.SHORT.certificates() / 5);
    }

    @Test
    void keepsItsConnectionsOpen() throws Exception {
        Path jar = named(StandInPeer.class);
        EuIssuance.rate(Size.SHORT);
        assertThat(new HashSet<>(Files.readAllLines(StandInPeer.notes(jar)))).hasSizeBetween(2, 20);
    }

    @Test
    void refusesAnAnswerWithoutCertificate() throws Exception {
        named(StandInPeer.WithoutText.class);
        assertThatIOException().isThrownBy(() -> EuIssuance.rate(Size.SHORT))
                .withMessageContaining("WithoutText.jar, does not issue:")
                .withMessageContaining("it answered 200 {\"dgci\"")
                .withMessageEndingWith(": nothing");
    }

    @Test
    void tellsWhatThePeerLoggedWhenItRefused() throws Exception {
        named(StandInPeer.Refusing.class);
        assertThatIOException().isThrownBy(() -> EuIssuance.rate(Size.SHORT))
                .withMessageContaining("it answered 400 {\"problem\"")
                .withMessageEndingWith(": WARN no issuing today");
    }

    @Test
    void tellsTheLastWordsOfAPeerThatDied() throws Exception {
        named(StandInPeer.Dying.class);
        assertThatIOException().isThrownBy(() -> EuIssuance.rate(Size.SHORT))
                .withMessageContaining("Dying.jar, ended before it took requests.")
                .withMessageEndingWith(": ERROR configured context file can not be found");
    }

    @Test
    void tellsThatThereIsNoSuchJar() {
        System.setProperty(EuIssuance.PROPERTY, directory.resolve("absent.jar").toString());
        assertThatIOException().isThrownBy(() -> EuIssuance.rate(Size.SHORT))
                .withMessageContaining("from absent.jar, ended before it took requests.");
    }

    @Test
    void leavesNoPeerBehind() throws Exception {
        String jar = named(StandInPeer.WithoutText.class).toString();
        assertThatIOException().isThrownBy(() -> EuIssuance.rate(Size.SHORT));
        assertThat(ProcessHandle.current().children()
                .filter(child -> child.info().commandLine().orElse("").contains(jar))).isEmpty();
    }

    /** @return the jar of a peer, which is named to the benchmark */
    private Path named(Class<?> main) throws IOException {
        Path jar = directory.resolve(main.getSimpleName() + ".jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Class<?> part : new HashSet<>(List.of(StandInPeer.class, main))) {
                add(out, part);
            }
        }
        System.setProperty(EuIssuance.PROPERTY, jar.toString());
        return jar;
    }

    private static void add(JarOutputStream out, Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
        }
    }
}
