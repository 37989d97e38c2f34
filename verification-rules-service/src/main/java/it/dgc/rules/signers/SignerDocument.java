package it.dgc.rules.signers;

import java.util.List;
import java.util.Optional;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A signer as it is stored.
 *
 * @param id kid and SHA-256 of the certificate
 * @param kid Base64 of 8 bytes
 * @param certificate Base64 of the DER
 * @param usages kinds of statement that the key signs
 * @param status ACTIVE or WITHDRAWN
 * @param token place in the list that clients resume from
 * @param partition partition of the last message that counted
 * @param offset offset of that message
 * @param timestamp its timestamp, milliseconds since 1970
 */
@Document(SignerDocument.COLLECTION)
record SignerDocument(@Id String id, String kid, String certificate, List<String> usages, Trust status,
        Integer token, Integer partition, Long offset, Long timestamp) {

    static final String COLLECTION = "signers";

    static SignerDocument of(StoredSigner signer) {
        return new SignerDocument(signer.id(), signer.kid().value(), signer.certificate().base64(), signer.usages(),
                signer.trust(), signer.token(), signer.applied().partition(), signer.applied().offset(),
                signer.applied().timestamp());
    }

    private boolean isComplete() {
        return usages != null && status != null && token != null && token > 0 && partition != null && offset != null
                && timestamp != null;
    }

    /** What has no kid, or another certificate than its id names, was changed by another hand and is not served (D02). */
    Optional<StoredSigner> toSigner() {
        return Kid.read(kid).filter(known -> isComplete())
                .flatMap(known -> SignerCertificate.read(known, certificate)).filter(parsed -> parsed.id().equals(id))
                .map(read -> new StoredSigner(read, usages, status, token, new Position(partition, offset, timestamp)));
    }
}
