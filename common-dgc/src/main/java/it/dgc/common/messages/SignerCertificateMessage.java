package it.dgc.common.messages;

import java.util.List;

/**
 * A document signer certificate that verifiers shall trust, or shall trust no longer.
 *
 * @param schemaVersion version of this shape; 1
 * @param kid key identifier, Base64 of its bytes
 * @param certificate the X.509 certificate, Base64 of its DER
 * @param usages kinds of statement that the key signs, for example {@code EXEMPTION}
 * @param status whether verifiers shall trust it
 */
public record SignerCertificateMessage(int schemaVersion, String kid, String certificate, List<String> usages,
        Status status) {

    /** Version of the shape that this platform speaks. */
    public static final int SCHEMA_VERSION = 1;

    /** The usage of a signer of exemptions. */
    public static final String EXEMPTION = "EXEMPTION";

    /** Trust in a key. */
    public enum Status {
        ACTIVE, WITHDRAWN
    }
}
