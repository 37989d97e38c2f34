package it.dgc.portal.limits.address;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** An address: 4 or 16 bytes. One of IPv4 that is written in IPv6 (RFC 4291, section 2.5.5.2) is one of IPv4. */
final class IpAddress {

    private static final int V4_BYTES = 4;
    /** Bytes that one customer of IPv6 does not choose. */
    private static final int V6_BLOCK = 8;
    private static final byte[] MAPPED = HexFormat.of().parseHex("00000000000000000000ffff");

    private final byte[] bytes;

    private IpAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    static IpAddress of(byte[] bytes) {
        boolean mapped = bytes.length > V4_BYTES
                && Arrays.equals(MAPPED, Arrays.copyOf(bytes, MAPPED.length));
        return new IpAddress(mapped ? Arrays.copyOfRange(bytes, MAPPED.length, bytes.length) : bytes);
    }

    /** Strictly as the norms write addresses: no port, zone, bracket, octal, nor blank. */
    static Optional<IpAddress> parse(String text) {
        return (text.indexOf(':') < 0 ? V4Text.bytes(text) : V6Text.bytes(text)).map(IpAddress::of);
    }

    ClientAddress block() {
        boolean v4 = bytes.length == V4_BYTES;
        return new ClientAddress(HexFormat.of().formatHex(v4 ? bytes : Arrays.copyOf(bytes, V6_BLOCK))
                + (v4 ? "/32" : "/64"));
    }

    int bits() {
        return bytes.length * Byte.SIZE;
    }

    /** @return whether both are of one family and begin with the same bits */
    boolean sharesPrefix(IpAddress other, int bits) {
        return bytes.length == other.bytes.length && prefix(bits).equals(other.prefix(bits));
    }

    private BigInteger prefix(int bits) {
        return new BigInteger(1, bytes).shiftRight(bits() - bits);
    }
}
