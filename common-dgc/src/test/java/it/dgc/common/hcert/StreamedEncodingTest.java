package it.dgc.common.hcert;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;

import com.sun.management.ThreadMXBean;
import it.dgc.common.hcert.cose.CoseAlgorithm;
import it.dgc.common.hcert.cose.CoseSign1;
import it.dgc.common.hcert.cwt.Cwt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.digg.dgc.encoding.Base45;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("what is written straight into buffers, beside the codec that goes by way of trees")
class StreamedEncodingTest {

    private static final int CERTIFICATES = 10_000;
    private static final HcertEncoder ENCODER = new HcertEncoder();

    /** Stands for a key: bytes that depend on the number alone, and that do not compress. */
    private record Stamp(int number) implements CoseSigner {

        @Override
        public KeyId kid() {
            return KeyId.of(bytes(1 + number % 40));
        }

        @Override
        public byte[] sign(byte[] toBeSigned) {
            return bytes(64);
        }

        private byte[] bytes(int length) {
            byte[] bytes = new byte[length];
            new Random(number).nextBytes(bytes);
            return bytes;
        }
    }

    @Test
    @DisplayName("hcert-spec 3.3 and 4.2: no byte differs in any step; what is compressed is the same once it is inflated")
    void writesWhatTheTreesWrite() throws GeneralSecurityException {
        for (int number = 0; number < CERTIFICATES; number++) {
            HcertClaims claims = RandomClaims.of(number);
            Stamp signer = new Stamp(number);
            assertThat(firstDifference(ENCODER.trace(claims, signer), byWayOfTrees(claims, signer)))
                    .as("certificate %s", number).isEmpty();
            assertThat(HcertEncoder.payload(claims)).isEqualTo(HcertEncoder.cwt(claims).encode());
        }
    }

    private static Optional<String> firstDifference(EncodingTrace one, EncodingTrace other) {
        Map<String, Boolean> equal = new LinkedHashMap<>();
        equal.put("cwt", Arrays.equals(one.cwt(), other.cwt()));
        equal.put("toBeSigned", Arrays.equals(one.toBeSigned(), other.toBeSigned()));
        equal.put("cose", Arrays.equals(one.cose(), other.cose()));
        equal.put("deflated", Arrays.equals(inflated(one.deflated()), other.cose()));
        equal.put("base45", one.base45().equals(Base45.getEncoder().encodeToString(one.deflated())));
        equal.put("text", one.text().equals("HC1:" + one.base45()));
        return equal.keySet().stream().filter(step -> !equal.get(step)).findFirst();
    }

    /** Whatever its size: a reader of ours takes no more than a certificate can have. */
    private static byte[] inflated(byte[] deflated) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return in.readAllBytes();
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static EncodingTrace byWayOfTrees(HcertClaims claims, CoseSigner signer) throws GeneralSecurityException {
        byte[] cwt = new Cwt(claims.issuer(), claims.issuedAt(), claims.expiresAt(), claims.dcc()).encode();
        CoseSign1 unsigned = CoseSign1.unsigned(signer.kid().bytes(), CoseAlgorithm.ES256, cwt);
        byte[] cose = unsigned.withSignature(signer.sign(unsigned.toBeSigned())).encode();
        byte[] deflated = Compression.deflate(cose);
        String base45 = Base45.getEncoder().encodeToString(deflated);
        return new EncodingTrace(cwt, unsigned.toBeSigned(), cose, deflated, base45, "HC1:" + base45);
    }

    @Test
    @DisplayName("hcert-spec 4.2.1: compressed as tightly as by the best level of zlib, but for three bytes in a hundred, whatever the letters")
    void isHardlyLongerThanWhatACodeOfItsOwnWouldMakeIt() throws GeneralSecurityException {
        long ours = 0;
        long best = 0;
        for (int number = 0; number < CERTIFICATES / 10; number++) {
            HcertClaims claims = RandomClaims.exemption(number);
            Stamp signer = new Stamp(number);
            ours += ENCODER.trace(claims, signer).deflated().length;
            best += byWayOfTrees(claims, signer).deflated().length;
        }
        assertThat(ours).isLessThanOrEqualTo(best + 3 * best / 100);
    }

    @Test
    void tracesWhatItEncodes() throws GeneralSecurityException {
        assertThat(ENCODER.encode(TestClaims.claims(), new Stamp(1)))
                .isEqualTo(ENCODER.trace(TestClaims.claims(), new Stamp(1)).text());
    }

    @Test
    void keepsApartWhatManyThreadsEncodeAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream<Callable<String>> tasks = IntStream.range(0, 500)
                    .mapToObj(number -> () -> ENCODER.encode(RandomClaims.of(number), new Stamp(number)));
            int number = 0;
            for (Future<String> text : threads.invokeAll(tasks.toList())) {
                assertThat(text.get()).isEqualTo(ENCODER.encode(RandomClaims.of(number), new Stamp(number)));
                number++;
            }
        }
    }

    @Test
    void leavesNothingOfAFailureToTheNext() throws GeneralSecurityException {
        String text = ENCODER.encode(TestClaims.claims(), new Stamp(2));
        HcertClaims foreign = new HcertClaims("IT", TestClaims.ISSUED, TestClaims.EXPIRES,
                Map.of("dob", Instant.EPOCH));
        assertThatIllegalArgumentException().isThrownBy(() -> ENCODER.encode(foreign, new Stamp(2)));
        assertThat(ENCODER.encode(TestClaims.claims(), new Stamp(2))).isEqualTo(text);
    }

    @Test
    @DisplayName("hcert-spec 3.3.7: a DCC is a JSON object, whose labels are text")
    void refusesLabelsThatAreNotText() {
        HcertClaims numbered = new HcertClaims("IT", TestClaims.ISSUED, TestClaims.EXPIRES,
                Map.of("nam", Map.of(1, "one")));
        assertThatIllegalArgumentException().isThrownBy(() -> HcertEncoder.payload(numbered))
                .withMessageContaining("no CBOR form").withMessageNotContaining("one");
    }

    @Test
    @DisplayName("a certificate costs its text, what is signed, and little more: 3 KB without the signer's own")
    void allocatesLittle() throws GeneralSecurityException {
        HcertClaims claims = TestClaims.claims();
        Stamp signer = new Stamp(3);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 200; round++) {
            least = Math.min(least, allocatedBy(claims, signer) - allocatedBy(signer));
        }
        assertThat(least).isLessThan(3 * 1024);
    }

    private static long allocatedBy(HcertClaims claims, CoseSigner signer) throws GeneralSecurityException {
        long before = threads().getCurrentThreadAllocatedBytes();
        ENCODER.encode(claims, signer);
        return threads().getCurrentThreadAllocatedBytes() - before;
    }

    private static long allocatedBy(Stamp signer) {
        long before = threads().getCurrentThreadAllocatedBytes();
        signer.kid();
        signer.sign(new byte[0]);
        return threads().getCurrentThreadAllocatedBytes() - before;
    }

    private static ThreadMXBean threads() {
        return (ThreadMXBean) ManagementFactory.getThreadMXBean();
    }
}
