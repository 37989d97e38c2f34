package it.dgc.common.hcert;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * One file of eu-digital-green-certificates/dgc-testdata.
 *
 * @param name path below dgc-testdata
 * @param json the whole file
 */
record DgcVector(String name, JsonNode json) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FLAG_PREFIX = "EXPECTED";
    private static final DateTimeFormatter SHORT_OFFSET = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS]XX");

    static DgcVector read(Path folder, Path file) {
        try {
            String text = Files.readString(file).replace("\uFEFF", "");
            return new DgcVector(folder.relativize(file).toString().replace('\\', '/'), MAPPER.readTree(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }

    /** Flag without its prefix, and the verdict that the vector expects. */
    TreeMap<String, Boolean> flags() {
        TreeMap<String, Boolean> flags = new TreeMap<>();
        json.get("EXPECTEDRESULTS").properties()
                .forEach(e -> flags.put(e.getKey().substring(FLAG_PREFIX.length()), e.getValue().asBoolean()));
        return flags;
    }

    Optional<String> text(String field) {
        return Optional.ofNullable(json.get(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    Optional<byte[]> hex(String field) {
        return text(field).map(hex -> HexFormat.of().parseHex(hex.toLowerCase(java.util.Locale.ROOT)));
    }

    String context(String field) {
        return json.get("TESTCTX").get(field).asText();
    }

    SignerKey key() {
        return SignerKey.of(certificate());
    }

    X509Certificate certificate() {
        byte[] der = Base64.getMimeDecoder().decode(context("CERTIFICATE"));
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException unreadable) {
            throw new IllegalStateException(name, unreadable);
        }
    }

    /** The clock comes with an offset in two forms, or without one for UTC. */
    Instant clock() {
        String clock = context("VALIDATIONCLOCK");
        return Stream.<DateTimeFormatter>of(DateTimeFormatter.ISO_OFFSET_DATE_TIME, SHORT_OFFSET)
                .flatMap(format -> parse(clock, format).stream()).findFirst()
                .orElseGet(() -> LocalDateTime.parse(clock).toInstant(ZoneOffset.UTC));
    }

    private static Optional<Instant> parse(String text, DateTimeFormatter format) {
        try {
            return Optional.of(OffsetDateTime.parse(text, format).toInstant());
        } catch (java.time.format.DateTimeParseException other) {
            return Optional.empty();
        }
    }
}
