package org.maintenancefund.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForwardedAddressesValveTest {

    @Test
    void whatIsNoAddressIsNotPassedOn() {
        assertThat(ForwardedAddressesValve.withoutPorts("203.0.113.5:51234, 1.2.3.4.5,a.example , [2001:db8::1]:443"))
                .isEqualTo("203.0.113.5, unknown, unknown, 2001:db8::1");
    }

    @Test
    void ofAnEndlessHeaderTheNearestHopsAreLookedAt() {
        String many = IntStream.rangeClosed(1, 700)
                .mapToObj(i -> "198.51." + i / 250 + "." + i % 250)
                .collect(Collectors.joining(","));

        assertThat(ForwardedAddressesValve.withoutPorts(many).split(", "))
                .hasSize(20)
                .startsWith("198.51.2.181")
                .endsWith("198.51.2.200");
    }
}
