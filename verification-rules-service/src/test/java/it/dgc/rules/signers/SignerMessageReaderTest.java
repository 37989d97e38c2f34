package it.dgc.rules.signers;

import java.util.List;
import java.util.Locale;

import it.dgc.common.messages.SignerCertificateMessage;
import it.dgc.common.messages.SignerCertificateMessage.Status;
import it.dgc.rules.signers.SignerReading.Refused;
import it.dgc.rules.signers.SignerReading.Understood;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static it.dgc.rules.signers.RefusalReason.BAD_CERTIFICATE;
import static it.dgc.rules.signers.RefusalReason.BAD_KID;
import static it.dgc.rules.signers.RefusalReason.BAD_USAGES;
import static it.dgc.rules.signers.RefusalReason.KEY_DIFFERS;
import static it.dgc.rules.signers.RefusalReason.KID_MISMATCH;
import static it.dgc.rules.signers.RefusalReason.NOT_READABLE;
import static it.dgc.rules.signers.RefusalReason.UNKNOWN_SCHEMA_VERSION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class SignerMessageReaderTest {

    private static final SignerCertificate OWN = TestCertificates.own();
    private static final String GOOD = json(TestCertificates.message(OWN, Status.ACTIVE));

    private final SignerMessageReader reader = new SignerMessageReader();

    @Test
    void understandsAnActiveKey() {
        assertThat(read(GOOD)).isEqualTo(new Understood(new SignerChange.Activate(OWN, List.of("EXEMPTION"))));
    }

    @Test
    void understandsAWithdrawnKey() {
        assertThat(read(json(TestCertificates.message(OWN, Status.WITHDRAWN))))
                .isEqualTo(new Understood(new SignerChange.Withdraw(OWN.id())));
    }

    @Test
    void takesATombstoneForAWithdrawal() {
        assertThat(reader.read(key(OWN), null)).isEqualTo(new Understood(new SignerChange.WithdrawAll(OWN.kid())));
    }

    @Test
    @DisplayName("several certificates of a kid: each has a key of its own in the compacted topic")
    void takesAKeyThatNamesOneCertificate() {
        assertThat(reader.read(bytes(OWN.id()), bytes(GOOD)))
                .isEqualTo(new Understood(new SignerChange.Activate(OWN, List.of("EXEMPTION"))));
        assertThat(reader.read(bytes(OWN.id()), null)).isEqualTo(new Understood(new SignerChange.Withdraw(OWN.id())));
        String bare = json(new SignerCertificateMessage(1, OWN.kid().value(), null, null, Status.WITHDRAWN));
        assertThat(reader.read(bytes(OWN.id()), bytes(bare)))
                .isEqualTo(new Understood(new SignerChange.Withdraw(OWN.id())));
    }

    @Test
    void refusesAMessageAboutAnotherCertificateThanItsKeyNames() {
        SignerCertificate foreign = TestCertificates.foreign(OWN.kid());
        assertThat(reader.read(bytes(foreign.id()), bytes(GOOD))).isEqualTo(new Refused(KEY_DIFFERS));
        assertThat(reader.read(bytes(OWN.kid().value() + ":"), bytes(GOOD))).isEqualTo(new Refused(BAD_KID));
        assertThat(reader.read(bytes(OWN.id().toUpperCase(Locale.ROOT)), null)).isEqualTo(new Refused(BAD_KID));
        assertThat(reader.read(bytes(OWN.id() + "0"), null)).isEqualTo(new Refused(BAD_KID));
    }

    @Test
    void withdrawsTheWholeKidWhereTheWithdrawalNamesNoCertificate() {
        String json = json(new SignerCertificateMessage(1, OWN.kid().value(), null, null, Status.WITHDRAWN));
        assertThat(read(json)).isEqualTo(new Understood(new SignerChange.WithdrawAll(OWN.kid())));
    }

    @Test
    void letsOtherIssuersNameTheirKeysAsTheyLike() {
        SignerCertificate foreign = TestCertificates.foreign(OWN.kid());
        String json = json(new SignerCertificateMessage(1, OWN.kid().value(), foreign.base64(), List.of("TEST"),
                Status.ACTIVE));
        assertThat(read(json)).isEqualTo(new Understood(new SignerChange.Activate(foreign, List.of("TEST"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACTIVE", "WITHDRAWN"})
    void refusesAKidOfOursThatIsNotTheCertificatesHash(Status status) {
        SignerCertificate wrong = TestCertificates.foreign(OWN.kid());
        assertThat(read(json(TestCertificates.message(wrong, status)))).isEqualTo(new Refused(KID_MISMATCH));
    }

    @Test
    void refusesAKeyThatIsNoKid() {
        assertThat(reader.read(null, bytes(GOOD))).isEqualTo(new Refused(BAD_KID));
        assertThat(reader.read(bytes("forged\nlog line"), bytes(GOOD))).isEqualTo(new Refused(BAD_KID));
        assertThat(reader.read(new byte[0], null)).isEqualTo(new Refused(BAD_KID));
    }

    @Test
    void refusesAMessageAboutAnotherKid() {
        assertThat(reader.read(key(TestCertificates.own()), bytes(GOOD))).isEqualTo(new Refused(KEY_DIFFERS));
        assertThat(read(GOOD.replace("\"kid\"", "\"kid\":null,\"kid2\""))).isEqualTo(new Refused(NOT_READABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "7", "{", "\"text\"", "\u0000"})
    void refusesWhatIsNoJsonObject(String value) {
        assertThat(read(value)).isEqualTo(new Refused(NOT_READABLE));
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThat(reader.read(key(OWN), new byte[]{(byte) 0xff, (byte) 0xfe, 0})).isEqualTo(
                new Refused(NOT_READABLE));
    }

    @Test
    void refusesNestingWithoutEnd() {
        assertThat(read("{\"a\":" + "[".repeat(100_000))).isEqualTo(new Refused(NOT_READABLE));
    }

    @Test
    void refusesWhatTheShapeDoesNotKnow() {
        assertThat(read(GOOD.replace("{", "{\"extra\":1,"))).isEqualTo(new Refused(NOT_READABLE));
        assertThat(read(GOOD.replace("{", "{\"status\":\"ACTIVE\","))).isEqualTo(new Refused(NOT_READABLE));
        assertThat(read(GOOD + "{}")).isEqualTo(new Refused(NOT_READABLE));
        assertThat(read(GOOD.replace("ACTIVE", "MAYBE"))).isEqualTo(new Refused(NOT_READABLE));
        assertThat(read(GOOD.replace("\"ACTIVE\"", "0"))).isEqualTo(new Refused(NOT_READABLE));
        assertThat(read(GOOD.replace("\"ACTIVE\"", "null"))).isEqualTo(new Refused(NOT_READABLE));
        assertThat(read(GOOD.replace("[\"EXEMPTION\"]", "\"EXEMPTION\""))).isEqualTo(new Refused(NOT_READABLE));
    }

    @Test
    void refusesAVersionThatItDoesNotKnow() {
        assertThat(read(GOOD.replace("\"schemaVersion\":1", "\"schemaVersion\":2")))
                .isEqualTo(new Refused(UNKNOWN_SCHEMA_VERSION));
        assertThat(read("{}")).isEqualTo(new Refused(UNKNOWN_SCHEMA_VERSION));
        assertThat(read(GOOD.replace("\"schemaVersion\":1", "\"schemaVersion\":\"1\"")))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "[null]", "[\"\"]", "[\"exemption\"]", "[\"EXEMPTION\",\"a b\"]"})
    void refusesUsagesThatAreNoWords(String usages) {
        assertThat(read(GOOD.replace("[\"EXEMPTION\"]", usages))).isEqualTo(new Refused(BAD_USAGES));
    }

    @Test
    void refusesAnActiveKeyWithoutCertificate() {
        assertThat(read(GOOD.replace(OWN.base64(), ""))).isEqualTo(new Refused(BAD_CERTIFICATE));
        assertThat(read(GOOD.replace(OWN.base64(), "AAAA"))).isEqualTo(new Refused(BAD_CERTIFICATE));
        assertThat(read(GOOD.replace('"' + OWN.base64() + '"', "null"))).isEqualTo(new Refused(BAD_CERTIFICATE));
    }

    private SignerReading read(String value) {
        return reader.read(key(OWN), bytes(value));
    }

    private static byte[] key(SignerCertificate certificate) {
        return bytes(certificate.kid().value());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String json(SignerCertificateMessage message) {
        return JsonMapper.shared().writeValueAsString(message);
    }
}
