package it.dgc.common.hcert;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import it.dgc.common.hcert.base45.Base45;
import it.dgc.common.hcert.cbor.Cbor;
import it.dgc.common.hcert.cbor.CborItem;
import it.dgc.common.hcert.cose.CoseAlgorithm;
import it.dgc.common.hcert.cose.CoseSign1;
import it.dgc.common.hcert.cwt.Cwt;
import it.dgc.common.testing.QrPicture;
import it.dgc.common.testing.TestVectors;

/** What this codec says to each flag of dgc-testdata (its README, "Test cases"); the wire is taken from PREFIX. */
final class DgcVerdicts {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private final Map<String, JsonSchema> schemas = new LinkedHashMap<>();

    boolean verdict(DgcVector vector, String flag) {
        return switch (flag) {
            case "VALIDJSON" -> vector.json().path("JSON").isObject();
            case "VALIDOBJECT" -> isValid(vector.json().get("JSON"), vector);
            case "SCHEMAVALIDATION" ->
                decoded(vector).map(dcc -> isValid(MAPPER.valueToTree(dcc), vector)).orElse(false);
            case "ENCODE" -> encodesAsGiven(vector);
            case "DECODE" -> decodesAsGiven(vector);
            case "VERIFY" -> cose(vector).map(cose -> verifies(cose, vector)).orElse(false);
            case "COMPRESSION" -> inflatesAsGiven(vector);
            case "KEYUSAGE" -> decoded(vector).map(dcc -> vector.key().mayState(CertificateKind.of(dcc))).orElse(false);
            case "UNPREFIX" -> base45(vector).equals(vector.text("BASE45"));
            case "B45DECODE" -> deflated(vector).filter(bytes -> isGiven(bytes, vector.hex("COMPRESSED"))).isPresent();
            case "PICTUREDECODE" -> picture(vector).equals(vector.text("PREFIX"));
            case "EXPIRATIONCHECK" -> cose(vector).flatMap(cose -> Cwt.parse(cose.payload()))
                    .map(cwt -> !vector.clock().isBefore(cwt.issuedAt()) && !vector.clock().isAfter(cwt.expiresAt()))
                    .orElse(false);
            default -> throw new IllegalStateException("unknown flag " + flag + " in " + vector.name());
        };
    }

    /** The whole road; the key is offered under any kid, as the vectors mean it. */
    static HcertReading read(DgcVector vector) {
        return new HcertDecoder(kid -> List.of(vector.key())).read(vector.text("PREFIX").orElseThrow(), vector.clock());
    }

    private static Optional<String> base45(DgcVector vector) {
        try {
            return Optional.of(DecodingSteps.unprefixed(vector.text("PREFIX").orElseThrow()));
        } catch (RefusedException refused) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> deflated(DgcVector vector) {
        return vector.text("BASE45").or(() -> base45(vector)).flatMap(Base45::decode);
    }

    private static Optional<byte[]> inflated(DgcVector vector) {
        return vector.hex("COMPRESSED").or(() -> deflated(vector)).flatMap(Zlib::inflate);
    }

    private static Optional<CoseSign1> cose(DgcVector vector) {
        return vector.hex("COSE").or(() -> inflated(vector)).flatMap(CoseSign1::parse);
    }

    private static boolean verifies(CoseSign1 cose, DgcVector vector) {
        Optional<CoseAlgorithm> algorithm = cose.algorithm().filter(a -> a.fits(vector.key().publicKey()));
        return algorithm.isPresent()
                && algorithm.get().verifies(vector.key().publicKey(), cose.toBeSigned(), cose.signature());
    }

    private static boolean inflatesAsGiven(DgcVector vector) {
        return inflated(vector).filter(bytes -> isGiven(bytes, vector.hex("COSE"))).isPresent();
    }

    private static boolean isGiven(byte[] bytes, Optional<byte[]> given) {
        return given.isEmpty() || Arrays.equals(bytes, given.get());
    }

    /** What is signed counts. */
    private static Optional<Map<String, Object>> decoded(DgcVector vector) {
        return cose(vector).flatMap(cose -> Cwt.parse(cose.payload())).map(Cwt::dcc);
    }

    private static boolean decodesAsGiven(DgcVector vector) {
        JsonNode given = vector.json().get("JSON");
        return decoded(vector).filter(dcc -> given == null || tree(given).equals(dcc)).isPresent();
    }

    /** Map order is free (eu-dcc 1.4), so trees are compared and not bytes. */
    private static boolean encodesAsGiven(DgcVector vector) {
        Object ours = Cbor.read(Cbor.write(tree(vector.json().get("JSON")))).orElseThrow().value();
        return vector.hex("CBOR").flatMap(DgcVerdicts::dccOf).filter(ours::equals).isPresent();
    }

    /** Some vectors give the CBOR of the whole CWT, most that of the DCC. */
    private static Optional<Object> dccOf(byte[] cbor) {
        return Cwt.parse(cbor).<Object>map(Cwt::dcc).or(() -> Cbor.read(cbor).map(CborItem::value));
    }

    private static Object tree(JsonNode json) {
        return Cbor.read(Cbor.write(MAPPER.convertValue(json, Object.class))).orElseThrow().value();
    }

    private static Optional<String> picture(DgcVector vector) {
        byte[] png = Base64.getMimeDecoder().decode(vector.text("2DCODE").orElse(""));
        try {
            return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(png))).flatMap(QrPicture::read);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private boolean isValid(JsonNode dcc, DgcVector vector) {
        return schemas.computeIfAbsent(vector.context("SCHEMA"), DgcVerdicts::schema).validate(dcc).isEmpty();
    }

    private static JsonSchema schema(String version) {
        Path release = TestVectors.path("dcc-schema/schema/releases").resolve(version);
        try (var files = Files.list(Files.exists(release) ? release : release.resolveSibling("1.3.2"))) {
            Path file = files.filter(f -> f.toString().endsWith("combined-schema.json")).findFirst().orElseThrow();
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(version, unreadable);
        }
    }
}
