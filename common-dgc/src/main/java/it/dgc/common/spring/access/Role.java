package it.dgc.common.spring.access;

/** What an institution may be to the platform (architecture, D11). */
public enum Role {
    /** Sistema Tessera Sanitaria, which notifies exemptions and revocations. */
    SISTEMA_TS,
    /** App IO, which fetches certificates for their holders. */
    APP_IO,
    /** Immuni, which fetches certificates for their holders. */
    IMMUNI,
    /** The electronic health record, which fetches certificates for their holders. */
    FSE,
    /** The platform's own portal. */
    PORTAL,
    /** A person who runs the platform. */
    OPERATOR;

    private static final String PREFIX = "ROLE_";

    /** The form that {@code HttpServletRequest.isUserInRole} understands. */
    String authority() {
        return PREFIX + name();
    }
}
