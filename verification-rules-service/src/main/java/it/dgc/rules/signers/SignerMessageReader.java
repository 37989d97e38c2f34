package it.dgc.rules.signers;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import it.dgc.common.messages.SignerCertificateMessage;
import it.dgc.rules.signers.SignerReading.Refused;
import it.dgc.rules.signers.SignerReading.Understood;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Translates the wire into a {@link SignerChange}; nothing that is doubtful gets through (architecture, section 3). */
final class SignerMessageReader {

    private static final Pattern USAGE = Pattern.compile("[A-Z][A-Z_]{0,31}");

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS).disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT).build();

    /**
     * @param key the record's key, may be {@code null}
     * @param value the record's value; {@code null} is a tombstone, which withdraws what the key names
     */
    SignerReading read(byte[] key, byte[] value) {
        Optional<RecordKey> about = RecordKey.read(key);
        if (about.isEmpty()) {
            return new Refused(RefusalReason.BAD_KID);
        }
        return value == null ? new Understood(about.get().withdrawal()) : readValue(about.get(), value);
    }

    /** @return the kid, if the key is one; only then may it be printed */
    static Optional<Kid> kidOf(byte[] key) {
        return RecordKey.read(key).map(RecordKey::kid);
    }

    private static SignerReading readValue(RecordKey about, byte[] value) {
        try {
            JsonNode json = STRICT.readTree(value);
            if (!json.isObject()) {
                return new Refused(RefusalReason.NOT_READABLE);
            }
            if (json.path("schemaVersion").asInt(0) != SignerCertificateMessage.SCHEMA_VERSION) {
                return new Refused(RefusalReason.UNKNOWN_SCHEMA_VERSION);
            }
            return check(about, STRICT.treeToValue(json, SignerCertificateMessage.class));
        } catch (JacksonException notOfTheShape) {
            return new Refused(RefusalReason.NOT_READABLE);
        }
    }

    private static SignerReading check(RecordKey about, SignerCertificateMessage message) {
        if (!about.kid().value().equals(message.kid())) {
            return new Refused(RefusalReason.KEY_DIFFERS);
        }
        if (message.status() == null) {
            return new Refused(RefusalReason.NOT_READABLE);
        }
        return switch (message.status()) {
            case WITHDRAWN -> withdrawal(about, message);
            case ACTIVE -> activation(about, message);
        };
    }

    /** A withdrawal that lost its certificate must still take effect: on all that the key names. */
    private static SignerReading withdrawal(RecordKey about, SignerCertificateMessage message) {
        return message.certificate() == null || message.certificate().isEmpty()
                ? new Understood(about.withdrawal())
                : withCertificate(about, message, certificate -> new SignerChange.Withdraw(certificate.id()));
    }

    private static SignerReading activation(RecordKey about, SignerCertificateMessage message) {
        List<String> usages = message.usages();
        return usages == null || usages.isEmpty() || !usages.stream().allMatch(SignerMessageReader::isUsage)
                ? new Refused(RefusalReason.BAD_USAGES)
                : withCertificate(about, message, certificate -> new SignerChange.Activate(certificate, usages));
    }

    private static SignerReading withCertificate(RecordKey about, SignerCertificateMessage message,
            Function<SignerCertificate, SignerChange> change) {
        Optional<SignerCertificate> certificate = SignerCertificate.read(about.kid(), message.certificate());
        if (certificate.isEmpty()) {
            return new Refused(RefusalReason.BAD_CERTIFICATE);
        }
        if (!about.names(certificate.get())) {
            return new Refused(RefusalReason.KEY_DIFFERS);
        }
        return isOurs(message) && !certificate.get().isNamedByItsHash()
                ? new Refused(RefusalReason.KID_MISMATCH)
                : new Understood(change.apply(certificate.get()));
    }

    /** Exemptions are signed by this platform alone; other issuers may name their keys as they like. */
    private static boolean isOurs(SignerCertificateMessage message) {
        return message.usages() != null && message.usages().contains(SignerCertificateMessage.EXEMPTION);
    }

    private static boolean isUsage(String usage) {
        return usage != null && USAGE.matcher(usage).matches();
    }
}
