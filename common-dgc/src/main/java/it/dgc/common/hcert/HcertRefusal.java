package it.dgc.common.hcert;

/** Why a text is no valid certificate; one reason for each stage of reading, in the order in which they are found. */
public enum HcertRefusal {

    /** The text does not begin with {@code HC1:} (hcert-spec 4.2.2). */
    INVALID_SCHEME_PREFIX,
    /** Not base45, or longer than any QR code. */
    BASE_45_DECODING_FAILED,
    /** Not one zlib stream, or one that inflates too far (hcert-spec 4.2.1). */
    DECOMPRESSION_FAILED,
    /** Not a COSE_Sign1 envelope (hcert-spec 3.3.1). */
    COSE_DESERIALIZATION_FAILED,
    /** The header names parameters that must be understood (RFC 9052, section 3.1). */
    CRITICAL_HEADER_NOT_UNDERSTOOD,
    /** The protected header names neither ES256 nor PS256 (hcert-spec 3.3.2). */
    ALGORITHM_NOT_SUPPORTED,
    /** No header has a usable kid (hcert-spec 3.3.3). */
    KEY_ID_MISSING,
    /** No trusted key has this kid (hcert-spec 3.3.3). */
    KEY_NOT_IN_TRUST_LIST,
    /** The trusted keys of this kid are of another type than the algorithm's (hcert-spec 3.3.2). */
    KEY_DOES_NOT_FIT_ALGORITHM,
    /** No trusted key of this kid made the signature (hcert-spec 3.3.2). */
    SIGNATURE_INVALID,
    /** The signed payload is not a CWT with a DCC (hcert-spec 3.3.4 to 3.3.7). */
    CBOR_DESERIALIZATION_FAILED,
    /** Read before its time of issue (hcert-spec 3.3.6). */
    CWT_NOT_YET_VALID,
    /** Read after its expiration (hcert-spec 3.3.5). */
    CWT_EXPIRED,
    /** Issued, or read, before the key's period (hcert-spec 3.3.6). */
    PUBLIC_KEY_NOT_YET_VALID,
    /** Read after the key's period (hcert-spec 3.3.5). */
    PUBLIC_KEY_EXPIRED,
    /** The key may not sign statements of this kind (extended key usage). */
    UNSUITABLE_PUBLIC_KEY_TYPE
}
