package it.dgc.deploy.local.tls;

import java.util.Locale;

import it.dgc.common.spring.access.Role;

/** The callers that get a certificate at first start; rules need two operators (architecture, section 5). */
enum Client {

    SISTEMA_TS(Role.SISTEMA_TS), OPERATOR(Role.OPERATOR), OPERATOR_2(Role.OPERATOR), PORTAL(Role.PORTAL);

    /** Nobody can own this domain (RFC 2606). */
    private static final String DOMAIN = ".dgc.test";

    private final Role role;

    Client(Role role) {
        this.role = role;
    }

    Role role() {
        return role;
    }

    /** The subject alternative name, a DNS name. */
    String alternativeName() {
        return this + DOMAIN;
    }

    /** As it is called in files and on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
