package it.dgc.revocation.drl.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;

import it.dgc.revocation.Hashes;
import it.dgc.revocation.drl.ListEditor;
import it.dgc.revocation.drl.ListVersion;
import it.dgc.revocation.drl.NetChanges;
import it.dgc.revocation.drl.PackedText;
import it.dgc.revocation.drl.VersionMark;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class GzipBodyTest {

    @ParameterizedTest
    @CsvSource({"0,0", "0,1", "1,0", "1,1", "300,470001", "470001,77", "65536,65536"})
    @DisplayName("RFC 1952: the checksum of two texts, from the checksum of each")
    void combinesChecksums(int first, int second) {
        byte[] text = new byte[first + second];
        new Random(first * 31L + second).nextBytes(text);
        assertThat(Crc32Sum.of(crc(text, 0, first), crc(text, first, second), second))
                .isEqualTo(crc(text, 0, first + second));
    }

    @Test
    void isWhatWasPutIn() throws IOException {
        byte[] body = body("{\"revokedUcvi\":", ",\"totalNumberUCVI\":9}");
        assertThat(unzipped(body)).isEqualTo("{\"revokedUcvi\":" + new String(text(), StandardCharsets.US_ASCII)
                + ",\"totalNumberUCVI\":9}");
    }

    @Test
    @DisplayName("one member, read to its last byte: some clients read no second one and refuse what is left over")
    void isOneMember() throws DataFormatException {
        byte[] body = body("before", "after");
        Inflater inflater = new Inflater(true);
        inflater.setInput(body, 10, body.length - 10);
        while (!inflater.finished()) {
            assertThat(inflater.inflate(new byte[4096])).isPositive();
        }
        assertThat(inflater.getRemaining()).isEqualTo(8);
        inflater.end();
    }

    @Test
    void putsAnotherEnvelopeAroundTheSameText() throws IOException {
        PackedText text = version().packed(version().whole(), 1);
        String one = unzipped(GzipBody.of(bytes("a"), text, bytes("b")).bytes());
        String other = unzipped(GzipBody.of(bytes("long before"), text, bytes("")).bytes());
        assertThat(one.substring(1, one.length() - 1)).isEqualTo(other.substring(11));
    }

    private static byte[] body(String before, String after) {
        return GzipBody.of(bytes(before), version().packed(version().whole(), 1), bytes(after)).bytes();
    }

    private static byte[] text() {
        return version().whole().plain(1);
    }

    private static ListVersion version() {
        NetChanges changes = new NetChanges(Hashes.numbers(0, 500), List.of());
        ListEditor editor = ListEditor.empty(1000, Duration.ofDays(30));
        return editor.advance(VersionMark.NONE.next(changes, 0, Instant.EPOCH), changes);
    }

    private static String unzipped(byte[] body) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static int crc(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
