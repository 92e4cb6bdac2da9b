package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.test.DemoCityTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages that belong to no feature, looked at through a browser. */
@DemoCityTest
class LookBrowserTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @EnumSource
    void theHomePage(Width width) {
        try (Visitor visitor = Browser.visitor(port, width)) {
            visitor.open("/");
            visitor.screenshot("home-" + width);
            assertThat(visitor.heading()).isEqualTo("在线办理维修资金相关注册与管理");
            visitor.assertAccessible();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theHomePageInLargeText(Width width) {
        try (Visitor visitor = Browser.visitor(port, width)) {
            visitor.open("/");
            visitor.follow("大字版");
            visitor.screenshot("home-large-" + width);
            visitor.assertAccessible();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDistrictCentres(Width width) {
        try (Visitor visitor = Browser.visitor(port, width)) {
            visitor.open("/centres");
            visitor.screenshot("centres-" + width);
            visitor.assertAccessible();
        }
    }
}
