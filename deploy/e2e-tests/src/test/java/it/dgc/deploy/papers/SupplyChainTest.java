package it.dgc.deploy.papers;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import it.dgc.deploy.compose.ProjectFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@DisplayName("reliability P30: what we ship is known, and nothing of it has a hole that has a name")
class SupplyChainTest {

    /** Libraries stand in the jars of the services under their name and version. */
    private static final Pattern LIBRARY = Pattern.compile("BOOT-INF/lib/(.+?)-(\\d.*)\\.jar");
    private static final List<String> SERVICES = List.of("generation-service", "revocation-service",
            "verification-rules-service");

    private static List<Component> shipped;

    @BeforeAll
    static void openTheJars() throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String service : SERVICES) {
            jars.addAll(jar(service));
        }
        assumeTrue(jars.size() == SERVICES.size(),
                "the jars of the services are absent: the build makes them in its phase `package`, so run `./mvnw verify`");
        shipped = new ArrayList<>();
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile())) {
                file.stream().map(entry -> LIBRARY.matcher(entry.getName())).filter(Matcher::matches)
                        .map(found -> new Component(found.group(1), found.group(2)))
                        .filter(component -> !component.version().endsWith("-SNAPSHOT")).forEach(shipped::add);
            }
        }
    }

    private static List<Path> jar(String service) throws IOException {
        Path target = ProjectFile.path(service).resolve("target");
        if (Files.notExists(target)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-exec.jar")).toList();
        }
    }

    @Test
    void shipsNothingBelowTheVersionThatMendedAKnownHole() throws IOException {
        List<Floor> floors = lines("version-floors.tsv").map(Floor::of).toList();
        assertThat(shipped).hasSizeGreaterThan(50)
                .noneMatch(component -> floors.stream().anyMatch(floor -> floor.isAbove(component)));
        assertThat(floors).anyMatch(floor -> shipped.stream().anyMatch(floor::isAbout));
    }

    @Test
    @DisplayName("a component that comes or goes is a decision: it stands in shipped-components.txt")
    void shipsWhatWasDecidedAndNothingElse() throws IOException {
        Set<String> names = new TreeSet<>();
        shipped.forEach(component -> names.add(component.artifact()));
        assertThat(names).containsExactlyInAnyOrderElementsOf(lines("shipped-components.txt").toList());
    }

    @Test
    void seesAVersionThatIsTooOld() {
        Floor floor = Floor.of("a\t4.0.6\tCVE");
        assertThat(floor.isAbove(new Component("a", "4.0.5"))).isTrue();
        assertThat(floor.isAbove(new Component("a", "4.0.6-RC1"))).isTrue();
        assertThat(floor.isAbove(new Component("a", "4.0.6"))).isFalse();
        assertThat(floor.isAbove(new Component("a", "4.0.10"))).isFalse();
        assertThat(floor.isAbove(new Component("b", "1.0"))).isFalse();
    }

    private static Stream<String> lines(String resource) throws IOException {
        try (InputStream in = SupplyChainTest.class.getResourceAsStream(resource)) {
            return new String(Optional.ofNullable(in).orElseThrow().readAllBytes(), UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        }
    }

    private record Component(String artifact, String version) {}

    private record Floor(String artifact, Version least) {

        static Floor of(String line) {
            String[] fields = line.split("\t");
            return new Floor(fields[0], Version.parse(fields[1]));
        }

        boolean isAbout(Component component) {
            return component.artifact().equals(artifact);
        }

        boolean isAbove(Component component) {
            return isAbout(component) && Version.parse(component.version()).compareTo(least) < 0;
        }
    }
}
