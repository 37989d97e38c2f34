package it.dgc.deploy.sistemats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import it.dgc.common.messages.ExemptionNotification;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class NotificationFilesTest {

    private static final String A = "{ \"cuev\" : \"ABCDE1234E\",\n  \"x\": [1, {\"cuev\":\"INNER\"}], \"è\": \"}]\" }";
    private static final String B = "{\"schemaVersion\":1,\"cuev\":\"EXEMPT123U\"}";

    @Nested
    class TakesApart {

        @Test
        void oneObject() throws IOException {
            assertThat(pieces(A)).containsExactly(A);
        }

        @Test
        void anArray() throws IOException {
            assertThat(pieces(" [\n" + A + " ,\n" + B + "\n]\n")).containsExactly(A, B);
        }

        @Test
        void oneObjectALine() throws IOException {
            assertThat(pieces(B + "\n" + B + "\r\n\n" + B)).containsExactly(B, B, B);
        }

        @Test
        void objectsOverSeveralLinesOneAfterTheOther() throws IOException {
            assertThat(pieces(A + "\n" + B + A)).containsExactly(A, B, A);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  \n ", "[]", " [ ] \n", "\uFEFF"})
        void nothingFromNothing(String text) throws IOException {
            assertThat(pieces(text)).isEmpty();
        }

        @Test
        void aFileBehindAByteOrderMark() throws IOException {
            assertThat(pieces("\uFEFF[" + A + "]")).containsExactly(A);
            assertThat(pieces("\uFEFF" + B + "\n" + B)).containsExactly(B, B);
        }

        @Test
        void valuesThatAreNoObjects() throws IOException {
            assertThat(pieces("[1, \"a,b\", null, [2, [3]], -4.5e1,true," + B + "]")).containsExactly("1", "\"a,b\"",
                    "null", "[2, [3]]", "-4.5e1", "true", B);
        }
    }

    @Nested
    class KeepsAsWritten {

        @Test
        void aBrokenObject() throws IOException {
            String broken = "{\"cuev\": \"ABCDE1234E\",\n \"holder\": {";
            assertThat(pieces(broken)).containsExactly(broken);
        }

        @Test
        void aBrokenLineAmongOthers() throws IOException {
            assertThat(pieces(B + "\n{\"cuev\":\"HALF\n" + B + "\nnot json è\n")).containsExactly(B,
                    "{\"cuev\":\"HALF", B, "not json è");
        }

        @Test
        void aBrokenArray() throws IOException {
            String broken = "[\n" + B + "\n,{";
            assertThat(pieces(broken)).containsExactly(broken);
        }

        @Test
        void anotherEncoding() throws IOException {
            assertThat(read(A.getBytes(UTF_16LE))).singleElement()
                    .satisfies(raw -> assertThat(raw.value()).isEqualTo(A.getBytes(UTF_16LE)));
        }

        @Test
        void bytesThatAreNoText() throws IOException {
            byte[] bytes = {'{', (byte) 0xFF, (byte) 0xC0, '"', '}'};
            assertThat(read(bytes)).singleElement().satisfies(raw -> assertThat(raw.value()).isEqualTo(bytes));
        }

        @Test
        void doubleFieldsAndSpacesAndEscapes() throws IOException {
            String odd = "{\"cuev\":\"A\\u0042C\",  \"cuev\" :1,\"n\":1.500}";
            assertThat(pieces("[" + odd + "]")).containsExactly(odd);
        }

        @Test
        void itsOwnCopy() throws IOException {
            RawNotification raw = read(B.getBytes(UTF_8)).getFirst();
            raw.value()[0] = 'x';
            assertThat(raw.value()).isEqualTo(B.getBytes(UTF_8));
        }
    }

    @Nested
    class FindsTheCuev {

        @Test
        void ofTheNotificationItselfOnly() throws IOException {
            assertThat(cuevs(A + B)).containsExactly(Optional.of("ABCDE1234E"), Optional.of("EXEMPT123U"));
        }

        @Test
        void ofABrokenNotification() throws IOException {
            assertThat(cuevs("{\"cuev\" : \"ABCDE1234E\", ")).containsExactly(Optional.of("ABCDE1234E"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "7", "\"cuev\"", "{\"cuev\":7}", "{\"cuev\":null}", "{\"x\":{\"cuev\":\"A\"}}",
                "{\"cuev", "not json", "[[{\"cuev\":\"A\"}]]"})
        void notWhereThereIsNone(String text) throws IOException {
            assertThat(cuevs(text)).containsExactly(Optional.empty());
        }
    }

    @Test
    void readsFilesAsStreams(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("two.json"), "[" + A + "," + B + "]");
        assertThat(NotificationFiles.read(file)).extracting(raw -> new String(raw.value(), UTF_8)).containsExactly(A,
                B);
    }

    @Test
    void readsBackWhatTheRegisterWrote() throws IOException {
        ExemptionNotification notification = new SyntheticRegister(3).next(Instant.EPOCH);
        assertThat(read(NotificationJson.write(notification))).singleElement()
                .satisfies(raw -> assertThat(raw.cuev()).contains(notification.cuev()));
    }

    @Test
    void printsNoPersonalData() throws IOException {
        assertThat(read(B.getBytes(UTF_8)).getFirst()).hasToString("RawNotification[" + B.length() + " bytes]");
    }

    private static List<String> pieces(String text) throws IOException {
        return text(read(text.getBytes(UTF_8)), UTF_8);
    }

    private static List<Optional<String>> cuevs(String text) throws IOException {
        return read(text.getBytes(UTF_8)).stream().map(RawNotification::cuev).toList();
    }

    private static List<RawNotification> read(byte[] bytes) throws IOException {
        return NotificationFiles.read(new ByteArrayInputStream(bytes));
    }

    private static List<String> text(List<RawNotification> raw, Charset charset) {
        return raw.stream().map(one -> new String(one.value(), charset)).toList();
    }
}
