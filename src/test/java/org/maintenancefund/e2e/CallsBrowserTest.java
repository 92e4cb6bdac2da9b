package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.see;
import static org.maintenancefund.e2e.Steps.signedIn;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A clerk makes three calls, one after the other: one is told, one doesn't answer, one number is wrong. */
@Lengthy
@DemoCityTest
class CallsBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    private World world;

    @Autowired
    private Districts districts;

    @Autowired
    private ACommittee committees;

    @ParameterizedTest
    @EnumSource
    void threeCallsInARow(Width width) {
        String told = returned("告知" + width);
        String absent = returned("未接" + width);
        String wrong = returned("错号" + width);
        try (Visitor clerk = signedIn(port, width, "demo-district")) {
            see(clerk, "calls-workbench-" + width);
            clerk.page().locator(".todo-list a[href='/calls']").click();
            assertThat(clerk.heading()).isEqualTo("电话通知台");
            see(clerk, "calls-" + width);

            press(clerk, told, "已电话通知");
            assertThat(clerk.page().locator(".notice").innerText()).contains("已记录电话通知", told);
            assertThat(row(clerk, told).count()).isZero();
            assertThat(dialledNext(clerk)).as("the call that followed").contains(absent);

            press(clerk, absent, "没有接通");
            assertThat(row(clerk, absent).innerText()).contains("已打 1 次", "以后再打");
            assertThat(dialledNext(clerk)).contains(wrong);

            press(clerk, wrong, "号码有误");
            Locator mending = row(clerk, wrong);
            mending.getByLabel("正确的电话号码").fill("13900009999");
            mending.getByLabel("向谁问到的").fill("社区居委会");
            see(clerk, "calls-wrong-" + width);
            mending.getByRole(AriaRole.BUTTON).click();
            assertThat(dialledNext(clerk)).contains(wrong, "13900009999", "号码问自社区居委会");
            press(clerk, wrong, "已电话通知");
            assertThat(row(clerk, wrong).count()).isZero();
        }
    }

    private String returned(String name) {
        DistrictCentre district = districts.byCode("DH").orElseThrow();
        String committee = name + "业主委员会";
        ApplicationNumber number = committees.submitted(
                world.area(AnArea.named(name).in(district.streets().get(0).id())), committee);
        committees.decided(number, ReviewAction.RETURN, world.clerkOf(district.id()));
        return committee;
    }

    private static Locator row(Visitor clerk, String title) {
        return clerk.page().locator(".call-list > li", new Page.LocatorOptions().setHasText(title));
    }

    private static void press(Visitor clerk, String title, String button) {
        row(clerk, title)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
        clerk.page().locator(".notice").first().waitFor();
    }

    /** The row that the focus is in. */
    private static String dialledNext(Visitor clerk) {
        return clerk.page().locator(".call-list > li:focus-within").innerText();
    }
}
