package it.dgc.portal.limits.address;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The proxies that are believed when they say who asked them. */
public final class TrustedProxies {

    /** More proxies than that do not stand before us; a longer list is not read. */
    private static final int MOST_HOPS = 16;

    private final List<AddressRange> ranges;

    /**
     * @param ranges each {@code address} or {@code address/bits}; where there are none, no header is believed
     * @throws IllegalArgumentException if one is neither
     */
    public TrustedProxies(List<String> ranges) {
        this.ranges = ranges.stream().map(AddressRange::parse).toList();
    }

    /**
     * Goes back from the peer, hop by hop, as long as each was vouched for by a trusted proxy: the rightmost hop that is not one
     * of ours is the client. What stands left of it, anybody could have written. Where a hop cannot be read, the proxy
     * that passed it on is the client.
     *
     * @param peer the other end of the connection
     * @param forwardedFor the values of X-Forwarded-For in their order; several headers are one list
     * @return the client; one for all, where not even the peer can be read
     */
    public ClientAddress client(String peer, List<String> forwardedFor) {
        Optional<IpAddress> connected = IpAddress.parse(withoutZone(peer));
        return connected.map(address -> clientBehind(address, hops(forwardedFor))).map(IpAddress::block)
                .orElse(ClientAddress.UNKNOWN);
    }

    private IpAddress clientBehind(IpAddress peer, List<String> hops) {
        IpAddress client = peer;
        for (String hop : hops) {
            Optional<IpAddress> before = isTrusted(client) ? IpAddress.parse(hop) : Optional.empty();
            if (before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }

    private boolean isTrusted(IpAddress address) {
        return ranges.stream().anyMatch(range -> range.holds(address));
    }

    private static List<String> hops(List<String> forwardedFor) {
        List<String> hops = forwardedFor.stream().flatMap(line -> Stream.of(line.split(",", -1))).map(String::strip)
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(hops);
        return hops.subList(0, Math.min(MOST_HOPS, hops.size()));
    }

    /** The container names the interface of link-local peers (RFC 4007, section 11). */
    private static String withoutZone(String peer) {
        int zone = peer.indexOf('%');
        return zone < 0 ? peer : peer.substring(0, zone);
    }
}
