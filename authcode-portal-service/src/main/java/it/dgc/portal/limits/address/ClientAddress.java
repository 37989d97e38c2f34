package it.dgc.portal.limits.address;

/**
 * The address block that is counted as one: of IPv4 the address, of IPv6 the 64 bits that one customer gets (RFC 6177).
 *
 * @param block in the one spelling that this package gives it
 */
public record ClientAddress(String block) {

    /** All that cannot be told apart, and so shares one count. */
    static final ClientAddress UNKNOWN = new ClientAddress("unknown");

    @Override
    public String toString() {
        return "ClientAddress[masked]";
    }
}
