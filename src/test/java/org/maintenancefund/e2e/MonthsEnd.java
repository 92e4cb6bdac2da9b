package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Walk.see;

import java.time.YearMonth;
import org.maintenancefund.area.AreaId;

/**
 * What comes when a month is over: 期间结账 and 收取公示.
 *
 * @param clerk     of the municipal centre, who signs in to begin
 * @param maker     who signs in to make 余额调节表, and has booked nothing
 * @param colleague who signs in to sign it and to confirm
 */
record MonthsEnd(Walk walk, YearMonth month, String clerk, String maker, String colleague) {

    /** Begun in spite of an open difference; {@code work} does what the system checks. */
    void close(Runnable work) {
        String path = "/closings/" + month;
        try (Visitor person = walk.clerk(clerk)) {
            see(person, "/closings", "closings");
            see(person, path, "closing-open");
            person.page().locator("input[name^=reason-]").fill("业主误将物业费转入专户，下月退回");
            person.press("保存结转说明");
            person.press("开始结账");
            see(person, "closing-checking");
            work.run();
            person.page().getByText("核对完成，可以编制各专户的余额调节表。").waitFor();
            see(person, "closing-checked");
        }
        String paper = reconcile(path);
        try (Visitor person = walk.clerk(colleague)) {
            see(person, paper, "reconciliation-sign");
            person.press("签认");
            see(person, "reconciliation");
            PrintedPaper.of(person, "reconciliation").has(1, "余额调节表", "两边一致", "何编制", "签认", "打印时间");
            see(person, path, "closing-confirm");
            person.press("确认结账");
            assertThat(Walk.text(person)).contains("已结", "快照校验值");
            see(person, "closing-closed");
            person.follow("查看各小区余额快照");
            see(person, "closing-areas");
            see(person, "/closings", "closings-closed");
        }
    }

    private String reconcile(String path) {
        try (Visitor person = walk.clerk(maker)) {
            person.open(path);
            person.page()
                    .locator("section:has(h2:text-is('余额调节表')) .card-title a")
                    .first()
                    .click();
            see(person, "reconciliation-new");
            person.press("编制");
            see(person, "reconciliation-made");
            return Walk.address(person);
        }
    }

    /** Published by the office of the area, printed, and confirmed by the committee. */
    void publish(AreaId area, String office, String committee) {
        String path = "/publications/areas/" + area;
        try (Visitor person = walk.clerk(office)) {
            see(person, "/publications", "publication-areas");
            person.open(path);
            person.follow("公示一个月");
            see(person, "publication-preview");
            person.press("公示 " + month);
            see(person, "publication");
            PrintedPaper.of(person, "publication").has(1, "公示表", "交存", "结存", "其中已到专户");
        }
        try (Visitor person = walk.onPhone(committee)) {
            see(person, path, "publications");
            Walk.followExactly(person, month.toString());
            see(person, "publication-decide");
            person.press("确认无误");
            assertThat(Walk.text(person)).contains("业委会 王建国 确认于");
            see(person, "publication-confirmed");
        }
    }
}
