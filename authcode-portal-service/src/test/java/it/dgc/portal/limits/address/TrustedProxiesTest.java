package it.dgc.portal.limits.address;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("T19: accept X-Forwarded-For only from the listed proxy peer, rightmost untrusted hop")
class TrustedProxiesTest {

    private static final String EDGE = "10.0.0.7";
    private static final String CLIENT = "192.0.2.1";
    private static final ClientAddress CLIENT_BLOCK = new ClientAddress("c0000201/32");
    private static final ClientAddress EDGE_BLOCK = new ClientAddress("0a000007/32");

    private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8", "::1", "2001:db8:a::/48"));

    @Test
    void takesWhoTheProxyNames() {
        assertThat(proxies.client(EDGE, List.of(CLIENT))).isEqualTo(CLIENT_BLOCK);
    }

    @Test
    void takesThePeerWhereItIsNoProxyOfOurs() {
        assertThat(proxies.client(CLIENT, List.of("203.0.113.9"))).isEqualTo(CLIENT_BLOCK);
        assertThat(new TrustedProxies(List.of()).client(EDGE, List.of(CLIENT))).isEqualTo(EDGE_BLOCK);
    }

    @Test
    void takesThePeerWhereNothingIsSaid() {
        assertThat(proxies.client(EDGE, List.of())).isEqualTo(EDGE_BLOCK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.9, 192.0.2.1", "203.0.113.9,192.0.2.1", "garbage, 192.0.2.1", ", 192.0.2.1",
            "10.0.0.1, 192.0.2.1", "192.0.2.1, 10.9.9.9", "1.1.1.1, 192.0.2.1 , 10.9.9.9,::1 ,2001:db8:a:5::9"})
    void takesTheRightmostHopThatIsNotOurs(String header) {
        assertThat(proxies.client(EDGE, List.of(header))).isEqualTo(CLIENT_BLOCK);
    }

    @Test
    void readsSeveralHeadersAsOneList() {
        assertThat(proxies.client(EDGE, List.of("203.0.113.9", "192.0.2.1, 10.0.0.8"))).isEqualTo(CLIENT_BLOCK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "192.0.2.1, localhost", "192.0.2.1,", "192.0.2.1:80", "for=192.0.2.1"})
    void takesTheProxyWhereWhatItPassedOnCannotBeRead(String header) {
        assertThat(proxies.client(EDGE, List.of(header))).isEqualTo(EDGE_BLOCK);
    }

    @Test
    void takesTheFarthestProxyWhereAllAreOurs() {
        assertThat(proxies.client("::1", List.of("10.0.0.7"))).isEqualTo(EDGE_BLOCK);
    }

    @Test
    void readsNoEndlessList() {
        List<String> own = Collections.nCopies(100, "10.0.0.7");
        assertThat(proxies.client(EDGE, List.of(CLIENT + "," + String.join(",", own)))).isEqualTo(EDGE_BLOCK);
    }

    @Test
    void knowsAProxyInEitherSpelling() {
        assertThat(proxies.client("::ffff:10.0.0.7", List.of(CLIENT))).isEqualTo(CLIENT_BLOCK);
        assertThat(proxies.client("0:0:0:0:0:0:0:1%lo", List.of(CLIENT))).isEqualTo(CLIENT_BLOCK);
    }

    @Test
    void countsAllAsOneWhoseAddressCannotBeRead() {
        assertThat(proxies.client("", List.of(CLIENT))).isEqualTo(ClientAddress.UNKNOWN);
    }

    @Test
    void holdsNoFamilyForTheOther() {
        assertThat(new TrustedProxies(List.of("0.0.0.0/0")).client("2001:db8::1", List.of(CLIENT)))
                .isEqualTo(new ClientAddress("20010db800000000/64"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/8/8", "::/129",
            "10.0.0.0/08", "10.0.0/8"})
    void refusesToStartWithWhatIsNoRange(String range) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TrustedProxies(List.of(range)));
    }

    @Test
    void printsNoAddress() {
        assertThat(CLIENT_BLOCK).hasToString("ClientAddress[masked]");
    }
}
