package it.dgc.rules.signers;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a record is about: all that a kid names, or one certificate of it, by {@link SignerCertificate#id()}. The topic keeps
 * the last record of a key, so only by the latter do several certificates of a kid outlive its compaction.
 *
 * @param kid the kid
 * @param fingerprint of the one certificate; nothing for all
 */
record RecordKey(Kid kid, Optional<String> fingerprint) {

    private static final Pattern FORM = Pattern.compile("([^:]{1,64})(?::([0-9a-f]{64}))?");

    /** @param key as the record has it, may be {@code null} */
    static Optional<RecordKey> read(byte[] key) {
        return Optional.ofNullable(key).map(bytes -> FORM.matcher(new String(bytes, StandardCharsets.UTF_8)))
                .filter(Matcher::matches).flatMap(form -> Kid.read(form.group(1))
                        .map(kid -> new RecordKey(kid, Optional.ofNullable(form.group(2)))));
    }

    boolean names(SignerCertificate certificate) {
        return fingerprint.isEmpty() || fingerprint.get().equals(certificate.fingerprint());
    }

    /** @return that nothing of it shall be served any longer */
    SignerChange withdrawal() {
        return fingerprint.<SignerChange>map(one -> new SignerChange.Withdraw(kid.value() + ':' + one))
                .orElseGet(() -> new SignerChange.WithdrawAll(kid));
    }
}
