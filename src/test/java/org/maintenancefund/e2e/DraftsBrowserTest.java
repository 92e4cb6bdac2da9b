package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.see;
import static org.maintenancefund.e2e.Steps.upload;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two areas filled in at one computer in two tabs, and what the next person at it sees. */
@Lengthy
@DemoCityTest
class DraftsBrowserTest {

    @Autowired
    World world;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @MethodSource("org.maintenancefund.e2e.Width#ofAPhoneWalk")
    void twoTabsNeverMixAndTheListTellsNoMoreThanIsNeeded(Width width) {
        List<String> names = List.of("听涛苑" + width.ordinal() + "甲", "听涛苑" + width.ordinal() + "乙");
        names.forEach(world::area);
        try (Visitor computer = Browser.visitor(port, width)) {
            choose(computer, names.get(0));
            computer.fill("业委会名称", names.get(0) + "业主委员会");
            computer.fill("联系人姓名", "欧阳修远");
            upload(computer, "certificate", "备案.pdf");
            String first = computer.page().url();

            choose(computer, names.get(1));
            see(computer, "drafts-question-" + width);
            assertThat(computer.page().locator("main").innerText())
                    .contains("有一份还没有提交的内容", names.get(0))
                    .doesNotContain("欧阳修远");
            computer.press("清空，从头填写");
            assertThat(computer.page().locator("main").innerText()).contains("物业区域：" + names.get(1));
            assertThat(value(computer)).isEmpty();
            computer.fill("联系人姓名", "李建党");
            upload(computer, "certificate", "备案.pdf");

            computer.page().navigate(first);
            assertThat(computer.page().locator("main").innerText()).contains("物业区域：" + names.get(0));
            assertThat(value(computer)).isEqualTo("欧阳修远");

            computer.open("/register/committee");
            see(computer, "drafts-list-" + width);
            assertThat(computer.page().locator("#drafts").innerText())
                    .contains(names.get(0), names.get(1), "欧**远", "李*党")
                    .doesNotContain("欧阳修远", "李建党");
            computer.page()
                    .locator("#drafts a", new Page.LocatorOptions().setHasText("删除"))
                    .first()
                    .click();
            see(computer, "drafts-delete-" + width);
            computer.press("删除");
            assertThat(computer.page().locator("#drafts tbody tr").count()).isEqualTo(1);
            computer.page()
                    .locator("#drafts a", new Page.LocatorOptions().setHasText("从头开始"))
                    .first()
                    .click();
            see(computer, "drafts-restart-" + width);
            computer.press("从头开始");
            assertThat(computer.heading()).isEqualTo("业委会注册");
            assertThat(value(computer)).isEmpty();
        }
    }

    private static void choose(Visitor visitor, String area) {
        visitor.open("/register/committee?q=" + area);
        visitor.page()
                .locator("label.choice-card", new Page.LocatorOptions().setHasText(area))
                .first()
                .click();
        visitor.press("下一步：填写信息");
    }

    private static String value(Visitor visitor) {
        return visitor.page().getByLabel("联系人姓名").inputValue();
    }
}
