package org.maintenancefund.web.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002::/64",
        "2001:db8:1:2::1, 20010db800010002::/64",
        "2001:db8:1:3::1, 20010db800010003::/64",
        "::1, 0000000000000000::/64",
        "::ffff:203.0.113.7, 203.0.113.7",
        "somebody.example, unknown",
        "localhost, unknown",
        "_hidden, unknown",
        "203.0.113.7:51234, 203.0.113.7",
        "203.0.113.7:, 203.0.113.7",
        "[2001:db8:1:2::1]:443, 20010db800010002::/64",
        "[2001:db8:1:2::1], 20010db800010002::/64",
        "[fe80::1%eth0]:8080, fe80000000000000::/64",
        "[::ffff:203.0.113.7]:1, 203.0.113.7",
        "203.0.113.7:x, unknown",
        "203.0.113.777:1, unknown",
        "[203.0.113.7, unknown",
        "1.2.3.4.5, unknown",
        "1.2.3, unknown",
        "16909060, unknown",
        "999.1.1.1, unknown",
        "1.2.3.256, unknown",
        "..., unknown",
        "1..2.3, unknown",
        "255.255.255.255, 255.255.255.255",
        "fe80::1%eth0, fe80000000000000::/64",
        "abc:def.example, unknown",
        "::1.2.3.4.5, unknown",
        "'', unknown",
        "::not-an-address, unknown"
    })
    void anAddressIsCountedByItsHousehold(String remote, String key) {
        assertThat(ClientAddress.key(remote)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2::1, 20010db80001::/48",
        "2001:db8:1:ffff::9, 20010db80001::/48",
        "2001:db8:2::1, 20010db80002::/48",
        "somebody.example, unknown"
    })
    void aNetworkIsAllThatOneCustomerMayHave(String remote, String network) {
        assertThat(ClientAddress.network(remote)).isEqualTo(network);
    }

    @Test
    void noAddressIsCountedToo() {
        assertThat(ClientAddress.key(null)).isEqualTo("unknown");
    }
}
