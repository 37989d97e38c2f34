package it.dgc.generation.secrets;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@DisplayName("The keysets of the service: made in development only, and never twice")
class SecretsTest {

    @TempDir
    private Path directory;

    @Test
    void makesTheFourKeysetsForTheirOwnerAlone() throws IOException {
        Secrets.loadOrCreate(directory);
        assertThat(contents()).containsOnlyKeys("field-encryption.json", "blind-index.json", "uvci-derivation.json",
                "authcode-derivation.json");
        for (String file : contents().keySet()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void makesTheDirectoryWhereItIsMissing() {
        Path deep = directory.resolve("data/secrets");
        Secrets.loadOrCreate(deep);
        assertThat(deep.resolve("blind-index.json")).isRegularFile();
    }

    @Test
    void overwritesNoKeyset() throws IOException {
        Secrets.loadOrCreate(directory);
        Map<String, String> first = contents();
        Secrets.loadOrCreate(directory);
        assertThat(contents()).isEqualTo(first);
    }

    @Test
    @DisplayName("a broken keyset is an operator's matter, also in development: a new one would lose all that was encrypted")
    void overwritesNoBrokenKeysetEither() throws IOException {
        Secrets.loadOrCreate(directory);
        Files.writeString(directory.resolve("field-encryption.json"), "broken");
        assertThatExceptionOfType(SecretsException.class).isThrownBy(() -> Secrets.loadOrCreate(directory));
        assertThat(directory.resolve("field-encryption.json")).hasContent("broken");
    }

    @Test
    void makesNothingInProduction() throws IOException {
        assertThatExceptionOfType(SecretsException.class).isThrownBy(() -> Secrets.load(directory));
        assertThat(contents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"field-encryption.json", "blind-index.json", "uvci-derivation.json",
            "authcode-derivation.json"})
    void namesTheKeysetThatIsMissing(String file) throws IOException {
        Secrets.loadOrCreate(directory);
        Files.delete(directory.resolve(file));
        assertThatExceptionOfType(SecretsException.class).isThrownBy(() -> Secrets.load(directory)).withMessage(
                "The keyset file " + file + " is missing in the configured directory (dgc.secrets.directory)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"field-encryption.json", "blind-index.json", "uvci-derivation.json",
            "authcode-derivation.json"})
    void namesTheKeysetThatIsBrokenAndTellsNothingOfIt(String file) throws IOException {
        Secrets.loadOrCreate(directory);
        Path keyset = directory.resolve(file);
        String json = Files.readString(keyset);
        String key = json.replaceAll("(?s).*\"value\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        Files.writeString(keyset, json.substring(0, json.indexOf(key) + key.length()));
        SecretsException stop = catchThrowableOfType(SecretsException.class, () -> Secrets.load(directory));
        assertThat(stop).hasMessage("The keyset file " + file + " cannot be read");
        assertThat(printed(stop)).doesNotContain(key);
    }

    @Test
    void refusesKeysThatDoNotNameThemselvesInTheirFields() throws GeneralSecurityException {
        Secrets.loadOrCreate(directory);
        KeysetFiles.write(directory, KeysetFiles.withRaw(directory));
        assertThatExceptionOfType(SecretsException.class).isThrownBy(() -> Secrets.load(directory))
                .withMessageStartingWith(
                        "The keyset file field-encryption.json has a key whose output prefix is not of the kind TINK");
    }

    @Test
    @DisplayName("a keyset may be broken in ways that its reader quotes: nothing of that is printed")
    void tellsNothingOfAKeysetWithAlteredText() throws IOException {
        Secrets.loadOrCreate(directory);
        Path keyset = directory.resolve("blind-index.json");
        String json = Files.readString(keyset);
        String key = json.replaceAll("(?s).*\"value\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        for (String broken : List.of(json.replace(key, "=" + key), json.replaceAll(":\\s*\\d+", ":\"" + key + "\""))) {
            Files.writeString(keyset, broken);
            SecretsException stop = catchThrowableOfType(SecretsException.class, () -> Secrets.load(directory));
            assertThat(stop).hasMessageStartingWith("The keyset file blind-index.json cannot be read");
            assertThat(printed(stop)).doesNotContain(key);
        }
    }

    @ParameterizedTest
    @CsvSource({"field-encryption.json,blind-index.json", "blind-index.json,field-encryption.json",
            "field-encryption.json,uvci-derivation.json", "field-encryption.json,authcode-derivation.json"})
    void namesTheKeysetThatIsForAnotherUse(String other, String file) throws IOException {
        Secrets.loadOrCreate(directory);
        Files.copy(directory.resolve(other), directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        assertThatExceptionOfType(SecretsException.class).isThrownBy(() -> Secrets.load(directory))
                .withMessageContaining(file);
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private static String printed(Throwable thrown) {
        StringWriter out = new StringWriter();
        thrown.printStackTrace(new PrintWriter(out));
        return out.toString();
    }
}
