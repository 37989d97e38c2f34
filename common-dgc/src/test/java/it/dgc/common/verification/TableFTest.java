package it.dgc.common.verification;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import it.dgc.common.codes.Sha256;
import it.dgc.common.hcert.HcertClaims;
import it.dgc.common.hcert.KeyId;
import it.dgc.common.hcert.cbor.Cbor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static it.dgc.common.verification.Desk.EXPIRES;
import static it.dgc.common.verification.Desk.FROM;
import static it.dgc.common.verification.Desk.ISSUED;
import static it.dgc.common.verification.Desk.NOON;
import static it.dgc.common.verification.Desk.SIGNER;
import static it.dgc.common.verification.Desk.UNTIL;
import static it.dgc.common.verification.Desk.UVCI;
import static it.dgc.common.verification.Desk.certificate;
import static it.dgc.common.verification.Desk.claims;
import static it.dgc.common.verification.Desk.dcc;
import static it.dgc.common.verification.Desk.entry;
import static it.dgc.common.verification.Desk.oddDcc;
import static it.dgc.common.verification.Desk.oddEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@DisplayName("reliability, table F: bad input of a verifier, row by row")
class TableFTest {

    private static final KeyId OTHER = KeyId.ofBase64("OObuK0AldXY=");

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource({"texts", "envelopes", "keys", "times", "statements"})
    void givesTheOutcomeOfTheTable(String row, Outcome outcome, String text) {
        assertThat(Desk.verify(text, NOON).outcome()).isEqualTo(outcome);
    }

    private static Arguments row(String name, Outcome outcome, String text) {
        return arguments(name, outcome, text);
    }

    static Stream<Arguments> texts() {
        String good = certificate(Optional.of(UNTIL));
        return Stream.of(row("F01 HC2:", Outcome.NOT_EU_DCC, good.replaceFirst("HC1:", "HC2:")),
                row("F01 no prefix", Outcome.NOT_EU_DCC, good.substring(4)),
                row("F01 GGW is above 65535", Outcome.NOT_EU_DCC, "HC1:GGW"),
                row("F01 a lone character", Outcome.NOT_EU_DCC, good + "A"),
                row("F01 lower case", Outcome.NOT_EU_DCC, good.toLowerCase(java.util.Locale.ROOT)),
                row("F01 5,000 characters", Outcome.NOT_EU_DCC, "HC1:" + "A".repeat(4996)),
                row("F01 nothing", Outcome.NOT_EU_DCC, ""),
                row("as issued", Outcome.VALID, good));
    }

    static Stream<Arguments> envelopes() {
        OddText plain = OddText.plain();
        List<Object> five = plain.parts();
        five.add("more");
        List<Object> nil = plain.parts();
        nil.set(2, null);
        List<Object> map = plain.parts();
        map.set(0, Map.of(1L, -7L));
        byte[] twice = HexFormat.of().parseHex("a3044839301768cdda05130126" + "0126");
        byte[] loose = HexFormat.of().parseHex("bf180448" + HexFormat.of().formatHex(SIGNER.kid().bytes()) + "0126ff");
        return Stream.of(row("F03 tag 98", Outcome.NOT_EU_DCC, plain.tagged("d862")),
                row("F03 tag 17", Outcome.NOT_EU_DCC, plain.tagged("d1")),
                row("F03 no tag: read, as apps and vectors do", Outcome.VALID, plain.tagged("")),
                row("F03 3 items", Outcome.NOT_EU_DCC, OddText.ofParts(plain.parts().subList(0, 3))),
                row("F03 5 items", Outcome.NOT_EU_DCC, OddText.ofParts(five)),
                row("F03 nil payload", Outcome.NOT_EU_DCC, OddText.ofParts(nil)),
                row("F03 protected header as map", Outcome.NOT_EU_DCC, OddText.ofParts(map)),
                row("F03 a label twice", Outcome.NOT_EU_DCC, plain.withHeader(twice).text()),
                row("F03 non-minimal and indefinite lengths: signed so, read so", Outcome.VALID,
                        plain.withHeader(loose).text()));
    }

    static Stream<Arguments> keys() {
        OddText plain = OddText.plain();
        byte[] kid = SIGNER.kid().bytes();
        byte[] critical = Cbor.write(Map.of(OddText.ALG, OddText.ES256, OddText.KID, kid, OddText.CRIT, List.of(99L)));
        return Stream.of(
                row("F04 alg only unprotected", Outcome.NOT_VALID,
                        plain.withHeader(new byte[0])
                                .withUnprotected(Map.of(OddText.ALG, OddText.ES256, OddText.KID, kid)).text()),
                row("F04 ES384", Outcome.NOT_VALID, algorithm(-35L)),
                row("F04 HS256", Outcome.NOT_VALID, algorithm(5L)),
                row("F04 EdDSA", Outcome.NOT_VALID, algorithm(-8L)),
                row("F04 crit = [99]", Outcome.NOT_VALID, plain.withHeader(critical).text()),
                row("F04 crit in unprotected", Outcome.NOT_VALID,
                        plain.withUnprotected(Map.of(OddText.CRIT, List.of(99L))).text()),
                row("F04 kid unknown", Outcome.NOT_VALID, kid(OTHER)),
                row("F04 kid of 7 bytes", Outcome.NOT_VALID, kid(KeyId.of(new byte[7]))),
                row("F04 no kid", Outcome.NOT_VALID,
                        plain.withHeader(Cbor.write(Map.of(OddText.ALG, OddText.ES256))).text()),
                row("F04 different in both headers: the protected one counts", Outcome.VALID,
                        plain.withUnprotected(Map.of(OddText.KID, OTHER.bytes())).text()),
                row("F04 different in both headers: the unprotected one does not", Outcome.NOT_VALID,
                        plain.withHeader(OddText.header(OTHER, OddText.ES256))
                                .withUnprotected(Map.of(OddText.KID, kid)).text()));
    }

    private static String algorithm(long algorithm) {
        return OddText.plain().withHeader(OddText.header(SIGNER.kid(), algorithm)).text();
    }

    private static String kid(KeyId kid) {
        return OddText.plain().withHeader(OddText.header(kid, OddText.ES256)).text();
    }

    static Stream<Arguments> times() {
        Map<String, Object> dcc = dcc(FROM, Optional.of(UNTIL));
        long iat = ISSUED.getEpochSecond();
        long exp = EXPIRES.getEpochSecond();
        long begin = TestIssuer.NOT_BEFORE.getEpochSecond();
        Map<Object, Object> noHcert = new LinkedHashMap<>(Map.of(OddText.IAT, iat, OddText.EXP, exp, 1L, "IT"));
        return Stream.of(
                row("F06 exp past", Outcome.EXPIRED,
                        SIGNER.certify(new HcertClaims("IT", ISSUED, NOON.minusSeconds(1), dcc))),
                row("F06 exp = text", Outcome.NOT_VALID, timed(iat, "1830297600", dcc)),
                row("F06 iat = text", Outcome.NOT_VALID, timed("1", exp, dcc)),
                row("F06 iat after exp", Outcome.NOT_VALID,
                        SIGNER.certify(new HcertClaims("IT", NOON.minusSeconds(1), NOON.minusSeconds(2), dcc))),
                row("F06 iat before the signer's begin", Outcome.NOT_VALID, timed(begin - 1, exp, dcc)),
                row("F06 iat in the future", Outcome.NOT_VALID,
                        SIGNER.certify(new HcertClaims("IT", NOON.plusSeconds(1), EXPIRES, dcc))),
                row("F06 iss missing in an exemption: Italy has to say so", Outcome.NOT_VALID,
                        OddText.plain().withClaims(Map.of(OddText.IAT, iat, OddText.EXP, exp, OddText.HCERT,
                                Map.of(1L, dcc))).text()),
                row("F06 iss missing in another kind: optional", Outcome.VALID,
                        OddText.plain().withClaims(Map.of(OddText.IAT, iat, OddText.EXP, exp, OddText.HCERT,
                                Map.of(1L, Desk.vaccination("1.3.0")))).text()),
                row("F06 hcert missing", Outcome.NOT_VALID, OddText.plain().withClaims(noHcert).text()),
                row("F06 key 1 twice", Outcome.NOT_VALID, OddText.plain().withPayload(
                        HexFormat.of().parseHex("a5041a70000000061a60000000390103a101a00162495401624954")).text()));
    }

    private static String timed(Object iat, Object exp, Map<String, Object> dcc) {
        return OddText.plain()
                .withClaims(Map.of(1L, "IT", OddText.IAT, iat, OddText.EXP, exp, OddText.HCERT, Map.of(1L, dcc)))
                .text();
    }

    static Stream<Arguments> statements() {
        return Stream.of(row("F07 e empty", Outcome.NOT_EU_DCC, oddDcc(dcc -> dcc.put("e", List.of()))),
                row("F07 two entries", Outcome.NOT_EU_DCC,
                        oddDcc(dcc -> dcc.put("e", List.of(entry(dcc), entry(dcc))))),
                row("F07 an entry that is no map", Outcome.NOT_EU_DCC, oddDcc(dcc -> dcc.put("e", List.of("entry")))),
                row("F07 e that is no list", Outcome.NOT_EU_DCC, oddDcc(dcc -> dcc.put("e", "entry"))),
                row("F07 du < df", Outcome.NOT_EU_DCC, oddEntry(e -> e.put("du", FROM.minusDays(1).toString()))),
                row("F07 df with time", Outcome.NOT_EU_DCC, oddEntry(e -> e.put("df", FROM + "T00:00:00Z"))),
                row("F07 du with time", Outcome.NOT_EU_DCC, oddEntry(e -> e.put("du", UNTIL + "T00:00:00"))),
                row("F07 du empty", Outcome.NOT_EU_DCC, oddEntry(e -> e.put("du", ""))),
                row("F07 du no day of the calendar", Outcome.NOT_EU_DCC, oddEntry(e -> e.put("du", "2026-02-29"))),
                row("F07 du a number", Outcome.NOT_EU_DCC, oddEntry(e -> e.put("du", 20261231L))),
                row("F07 df missing", Outcome.NOT_EU_DCC, oddEntry(e -> e.remove("df"))),
                row("F07 ci missing", Outcome.NOT_EU_DCC, oddEntry(e -> e.remove("ci"))),
                row("F07 ci empty", Outcome.NOT_EU_DCC, oddEntry(e -> e.put("ci", ""))),
                row("F07 e together with v", Outcome.NOT_EU_DCC,
                        oddDcc(dcc -> dcc.put("v", Desk.vaccination("1.3.0").get("v")))),
                row("du null is no du", Outcome.VALID, oddEntry(e -> e.put("du", null))),
                row("another disease", Outcome.NOT_VALID, oddEntry(e -> e.put("tg", "38907003"))),
                row("no cuev", Outcome.NOT_VALID, oddEntry(e -> e.remove("cu"))),
                row("no version", Outcome.NOT_VALID, oddDcc(dcc -> dcc.remove("ver"))),
                row("no name", Outcome.NOT_VALID, oddDcc(dcc -> dcc.remove("nam"))),
                row("no full birth date", Outcome.NOT_VALID, oddDcc(dcc -> dcc.put("dob", "1980"))));
    }

    @Test
    @DisplayName("F04 two signers with the same kid: both are tried")
    void triesEverySignerOfAKid() {
        var keys = TrustedKeys.of(Map.of(SIGNER.kid(),
                List.of(TestIssuer.italian().certificate(), TestIssuer.italian(TestIssuer.TEST).certificate(),
                        SIGNER.certificate())));
        assertThat(Desk.verify(keys, certificate(Optional.empty()), NOON).outcome()).isEqualTo(Outcome.VALID);
    }

    @Test
    @DisplayName("F08: the list holds the hash of the ci exactly as issued, and of no other form")
    void knowsOneFormOfTheIdentifier() {
        assertThat(Sha256.base64(UVCI)).isEqualTo("r/idS5EVPWEij0tVGj/ETp9EBkWxm4ymAcQPe4MP8Bc=");
        assertThat(revokedBy(UVCI)).isEqualTo(Outcome.REVOKED);
        List<String> others = new ArrayList<>(List.of("URN:UVCI:" + UVCI, UVCI.toLowerCase(java.util.Locale.ROOT),
                UVCI.substring(0, UVCI.indexOf('#')), " " + UVCI, UVCI + "\n"));
        assertThat(others).allSatisfy(other -> assertThat(revokedBy(other)).isEqualTo(Outcome.VALID));
        String prefixed = SIGNER.certify(claims(withIdentifier("URN:UVCI:" + UVCI)));
        assertThat(new Verifier(Desk.data(SIGNER.trusted(), Desk.rules(), NOON, Sha256.base64(UVCI)))
                .verify(prefixed, NOON).outcome()).isEqualTo(Outcome.VALID);
    }

    private static Map<String, Object> withIdentifier(String ci) {
        Map<String, Object> dcc = dcc(FROM, Optional.of(UNTIL));
        Map<String, Object> entry = new LinkedHashMap<>(entry(dcc));
        entry.put("ci", ci);
        dcc.put("e", List.of(entry));
        return dcc;
    }

    private static Outcome revokedBy(String identifier) {
        return new Verifier(Desk.data(SIGNER.trusted(), Desk.rules(), NOON, Sha256.base64(identifier)))
                .verify(certificate(Optional.of(UNTIL)), NOON).outcome();
    }
}
