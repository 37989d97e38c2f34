package it.dgc.portal.retrieval;

/** As what a certificate is taken home. */
public enum DocumentKind {
    /** The document of four panels. */
    PDF,
    /** The QR code alone. */
    PNG
}
