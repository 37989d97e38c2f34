package it.dgc.generation.signing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import it.dgc.common.hcert.KeyId;

/** Signers for the tests of other rooms, which cannot make any themselves. */
public final class Signers {

    private Signers() {}

    /** @return the development signer of this directory, made at {@code now} where it is missing */
    public static DocumentSigner development(Path directory, Instant now) {
        Path file = directory.resolve("development-signer.p12");
        DevelopmentKeystore.createIfMissing(file, now);
        return new SignerLoader(SignatureEngine.fastest(), true, SelfVerification.OF_EVERY_ONE)
                .load(SigningProperties.Key.inKeystore(file, DevelopmentKeystore.PASSWORD));
    }

    /** @return a signer with a new key, used for the whole life of its certificate */
    public static DocumentSigner valid(String notBefore, String notAfter) {
        return TestKeys.of(Instant.parse(notBefore), Instant.parse(notAfter)).signer();
    }

    /** @return a signer with a new key, used for a part of the life of its certificate */
    public static DocumentSigner used(String from, String until, String notAfter) {
        UsePeriod period = new UsePeriod(Instant.parse(from), Instant.parse(until));
        return TestKeys.of(Instant.parse(from), Instant.parse(notAfter)).signer(period);
    }

    public static SignerRing ring(DocumentSigner... signers) {
        return ring(Set.of(), signers);
    }

    /** @return these signers, some of which are withdrawn */
    public static SignerRing ring(Set<KeyId> withdrawn, DocumentSigner... signers) {
        return new SignerRing(List.of(signers), withdrawn);
    }
}
