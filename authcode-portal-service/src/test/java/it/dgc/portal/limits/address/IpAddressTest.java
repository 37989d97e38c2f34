package it.dgc.portal.limits.address;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P21: counted by IPv4 /32 and IPv6 /64")
class IpAddressTest {

    @ParameterizedTest
    @CsvSource({"192.0.2.1,c0000201/32", "0.0.0.0,00000000/32", "255.255.255.255,ffffffff/32",
            "2001:db8:1:2:3:4:5:6,20010db800010002/64", "2001:DB8:1:2::,20010db800010002/64",
            "2001:db8:1:2:ffff:ffff:ffff:ffff,20010db800010002/64", "2001:db8:1:3::1,20010db800010003/64",
            "::,0000000000000000/64", "::1,0000000000000000/64", "1::,0001000000000000/64",
            "1:2:3:4:5:6:7::,0001000200030004/64", "::2:3:4:5:6:7:8,0000000200030004/64",
            "::ffff:192.0.2.1,c0000201/32", "::FFFF:c000:201,c0000201/32", "0:0:0:0:0:ffff:192.0.2.1,c0000201/32",
            "64:ff9b::192.0.2.1,0064ff9b00000000/64", "1:2:3:4:5:6:192.0.2.1,0001000200030004/64"})
    void readsAnAddressInEverySpelling(String text, String block) {
        assertThat(IpAddress.parse(text)).map(IpAddress::block).contains(new ClientAddress(block));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "unknown", "localhost", "192.0.2", "192.0.2.1.1", "192.0.2.256", "192.0.2.01",
            "0300.0.2.1", "0xc0.0.2.1", "3221225985", "192.0.2.1:443", "192.0.2.1/32", " 192.0.2.1", "192.0.2.1\n",
            "192.0.2.-1", "192.0.2.+1", "１９２.0.2.1", ":", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3",
            "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "12345::", "g::", "[::1]", "[::1]:443", "fe80::1%eth0", "1:::2",
            "::ffff:192.0.2.256", "::192.0.2.1:1", "192.0.2.1::", "1:2:3:4:5:6:7:192.0.2.1", ":1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:", "_obf", "::-1", "::+1", "0000:0000:0000:0000:0000:0000:0000:0000:0000:0000"})
    void refusesWhatIsNoAddressWithoutAskingAnybody(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }
}
