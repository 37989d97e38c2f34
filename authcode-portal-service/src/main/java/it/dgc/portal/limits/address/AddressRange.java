package it.dgc.portal.limits.address;

import java.util.Optional;

/** Addresses that begin with the same bits (RFC 4632, section 3.1). */
record AddressRange(IpAddress first, int bits) {

    /**
     * @param text {@code address} or {@code address/bits}
     * @throws IllegalArgumentException if it is neither
     */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        Optional<IpAddress> address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        int most = address.map(IpAddress::bits).orElse(-1);
        int bits = slash < 0 ? most : number(text.substring(slash + 1));
        if (address.isEmpty() || bits < 0 || bits > most) {
            throw new IllegalArgumentException("Not an address, nor an address with a number of bits: " + text);
        }
        return new AddressRange(address.get(), bits);
    }

    boolean holds(IpAddress address) {
        return first.sharesPrefix(address, bits);
    }

    private static int number(String text) {
        return text.matches("0|[1-9][0-9]{0,2}") ? Integer.parseInt(text) : -1;
    }
}
