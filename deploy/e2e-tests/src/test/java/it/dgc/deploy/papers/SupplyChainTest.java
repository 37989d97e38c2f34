package it.dgc.deploy.papers;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import it.dgc.deploy.compose.ProjectFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@DisplayName("reliability P30: what we ship is known, and nothing of it has a hole that has a name")
class SupplyChainTest {

    private static final String SBOM = "target/pn-dgc-sbom.json";

    private static List<Component> shipped;

    @BeforeAll
    static void readBillOfMaterials() {
        assumeTrue(Files.exists(ProjectFile.path(SBOM)),
                () -> SBOM + " is absent: the build makes it in its phase `package`, so run `./mvnw verify`");
        JsonNode components = JsonMapper.shared().readTree(ProjectFile.text(SBOM)).path("components");
        shipped = StreamSupport.stream(components.spliterator(), false).map(SupplyChainTest::component)
                .filter(component -> !component.group().equals("it.dgc")).toList();
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
        shipped.forEach(component -> names.add(component.group() + ':' + component.artifact()));
        assertThat(names).containsExactlyInAnyOrderElementsOf(lines("shipped-components.txt").toList());
    }

    @Test
    void seesAVersionThatIsTooOld() {
        Floor floor = Floor.of("g\ta\t4.0.6\tCVE");
        assertThat(floor.isAbove(new Component("g", "a", "4.0.5"))).isTrue();
        assertThat(floor.isAbove(new Component("g", "a", "4.0.6-RC1"))).isTrue();
        assertThat(floor.isAbove(new Component("g", "a", "4.0.6"))).isFalse();
        assertThat(floor.isAbove(new Component("g", "a", "4.0.10"))).isFalse();
        assertThat(floor.isAbove(new Component("g", "b", "1.0"))).isFalse();
    }

    private static Component component(JsonNode node) {
        return new Component(node.path("group").asString(""), node.path("name").asString(),
                node.path("version").asString());
    }

    private static Stream<String> lines(String resource) throws IOException {
        try (InputStream in = SupplyChainTest.class.getResourceAsStream(resource)) {
            return new String(Optional.ofNullable(in).orElseThrow().readAllBytes(), UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        }
    }

    private record Component(String group, String artifact, String version) {}

    private record Floor(String group, String artifact, Version least) {

        static Floor of(String line) {
            String[] fields = line.split("\t");
            return new Floor(fields[0], fields[1], Version.parse(fields[2]));
        }

        boolean isAbout(Component component) {
            return component.group().equals(group) && component.artifact().equals(artifact);
        }

        boolean isAbove(Component component) {
            return isAbout(component) && Version.parse(component.version()).compareTo(least) < 0;
        }
    }
}
