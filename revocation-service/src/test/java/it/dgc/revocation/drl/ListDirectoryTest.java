package it.dgc.revocation.drl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import it.dgc.revocation.Hashes;
import it.dgc.revocation.drl.disk.ListDirectory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@DisplayName("D8: after a restart without MongoDB reads are served from disk")
class ListDirectoryTest {

    private final Versions versions = new Versions(4);

    @TempDir
    Path directory;

    @Test
    void givesBackTheVersionWithItsDeltas() throws IOException {
        try (ListDirectory disk = ListDirectory.open(directory)) {
            for (int i = 0; i < 6; i++) {
                versions.publish(Hashes.numbers(3 * i, 3 * i + 3),
                        i == 0 ? List.of() : List.of(Hashes.number(3 * i - 2)));
                disk.save(newest());
            }
        }
        isTheSame(loaded(), newest());
    }

    @Test
    void goesOnFromWhatItGaveBack() throws IOException {
        save(versions.publish(Hashes.numbers(0, 9), List.of()));
        Versions again = new Versions(ListEditor.of(loaded(), Versions.KEEP));
        assertThat(again.editor().contains(Hashes.number(8))).isTrue();
        ListVersion next = versions.publish(Hashes.numbers(9, 12), Hashes.numbers(0, 7));
        again.pass(Duration.ofHours(2));
        isTheSame(again.publish(Hashes.numbers(9, 12), Hashes.numbers(0, 7)), next);
        save(next);
        isTheSame(loaded(), next);
    }

    @Test
    void writesOnlySegmentsThatChanged() throws IOException {
        try (ListDirectory disk = ListDirectory.open(directory)) {
            disk.save(versions.publish(Hashes.numbers(0, 9), List.of()));
            List<Path> before = segments();
            disk.save(versions.publish(Hashes.numbers(9, 10), List.of()));
            assertThat(segments()).contains(before.get(0), before.get(1)).hasSize(3);
        }
    }

    @Test
    void isEmptyAtFirst() throws IOException {
        try (ListDirectory disk = ListDirectory.open(directory.resolve("new"))) {
            assertThat(disk.load(4)).isEmpty();
        }
    }

    @Test
    void isNotUsedWithOtherChunks() throws IOException {
        save(versions.publish(Hashes.numbers(0, 9), List.of()));
        try (ListDirectory disk = ListDirectory.open(directory)) {
            assertThat(disk.load(5)).isEmpty();
        }
    }

    @Test
    void isOfOneInstanceAtATime() {
        try (ListDirectory disk = ListDirectory.open(directory)) {
            assertThat(disk).isNotNull();
            assertThatIllegalStateException().isThrownBy(() -> ListDirectory.open(directory))
                    .withMessageContaining("dgc.drl.directory");
        }
        ListDirectory.open(directory).close();
    }

    @Test
    @DisplayName("a process that dies while it writes leaves the version before")
    void keepsTheVersionBeforeWhenItDiesInBetween() throws IOException {
        ListVersion before = versions.publish(Hashes.numbers(0, 9), List.of());
        save(before);
        Path manifest = directory.resolve("manifest");
        Path saved = Files.copy(manifest, directory.resolveSibling(directory.getFileName() + "-manifest"),
                StandardCopyOption.REPLACE_EXISTING);
        List<Path> needed = segments();
        byte[] first = Files.readAllBytes(needed.getFirst());
        try (ListDirectory disk = ListDirectory.open(directory)) {
            disk.load(4);
            disk.save(versions.publish(Hashes.numbers(9, 11), List.of()));
            Files.write(needed.getFirst(), first);
        }
        assertThat(loaded().mark().version()).isEqualTo(before.mark().version() + 1);
        Files.copy(saved, manifest, StandardCopyOption.REPLACE_EXISTING);
        assertThatExceptionOfType(IOException.class).isThrownBy(this::loaded);
    }

    @Test
    @DisplayName("half a list is worse than none: any damage is noticed")
    void noticesEveryFlippedByte() throws IOException {
        save(versions.publish(Hashes.numbers(0, 5), List.of()));
        save(versions.publish(Hashes.numbers(5, 6), List.of(Hashes.number(2))));
        List<Path> files;
        try (Stream<Path> listed = Files.list(directory)) {
            files = listed.filter(file -> !file.endsWith("lock")).toList();
        }
        for (Path file : files) {
            byte[] right = Files.readAllBytes(file);
            for (int i = 0; i < right.length; i += 3) {
                byte[] wrong = right.clone();
                wrong[i] ^= 4;
                Files.write(file, wrong);
                assertThatExceptionOfType(IOException.class).as(file + " byte " + i).isThrownBy(this::loaded);
            }
            Files.write(file, right);
        }
        isTheSame(loaded(), newest());
    }

    private void isTheSame(ListVersion found, ListVersion expected) {
        assertThat(found.mark()).isEqualTo(expected.mark());
        assertThat(found.entries()).isEqualTo(expected.entries());
        assertThat(found.oldestKept()).isEqualTo(expected.oldestKept());
        for (long from = expected.oldestKept(); from < expected.mark().version(); from++) {
            Transfer delta = expected.since(from);
            assertThat(found.since(from).chunks()).isEqualTo(delta.chunks());
            for (int chunk = 1; chunk <= delta.chunks(); chunk++) {
                assertThat(found.since(from).plain(chunk)).isEqualTo(delta.plain(chunk));
            }
        }
        for (int chunk = 1; chunk <= expected.whole().chunks(); chunk++) {
            assertThat(found.packed(found.whole(), chunk).deflated())
                    .isEqualTo(expected.packed(expected.whole(), chunk).deflated());
        }
    }

    private void save(ListVersion version) throws IOException {
        try (ListDirectory disk = ListDirectory.open(directory)) {
            disk.load(4);
            disk.save(version);
        }
    }

    private ListVersion loaded() throws IOException {
        try (ListDirectory disk = ListDirectory.open(directory)) {
            return disk.load(4).orElseThrow();
        }
    }

    private ListVersion newest() {
        return versions.editor().newest().orElseThrow();
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("segment")).sorted().toList();
        }
    }
}
