package org.maintenancefund.billing.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is told of the beginning and the end of a mandate. Messages are written before a commit: nothing is rolled back here. */
@IntegrationTest
class MandateMessagesTest extends MandatedArea {

    @Autowired
    MandateService service;

    private List<String> told(CurrentUser reader) {
        return jdbc.sql(
                        "SELECT subject FROM message WHERE operator_id = :id AND kind LIKE 'MANDATE_%' ORDER BY created_at, subject")
                .param("id", reader.operatorId().value())
                .query(String.class)
                .list();
    }

    private CurrentUser reader(CurrentUser person, String username) {
        return world.withAccount(person, username + world.freeLetters().toLowerCase(Locale.ROOT));
    }

    @Test
    void theCollectorIsToldOfBothAndTheDistrictOfARevocation() {
        managed("闻讯苑");
        CurrentUser company = reader(ofCompany, "tidingscompany");
        CurrentUser office = reader(ofOffice, "tidingsoffice");
        CurrentUser clerk = reader(world.clerk(), "tidingsclerk");
        String name = "闻讯苑（云州闻讯苑物业有限公司 · 闻讯苑管理处";

        mandate(0, 300);
        Mandate mandate = mandates.of(area).get(0).mandate();
        service.revoke(mandate.id(), 0, day(30), "改由社区代收", ofCommittee);

        for (CurrentUser reader : List.of(company, office)) {
            assertThat(told(reader))
                    .containsExactly(
                            "收取授权从 " + world.today() + " 起：" + name + "）",
                            "收取授权到 " + day(29) + " 为止：" + name + "，业委会撤销）");
        }
        assertThat(told(clerk)).containsExactly("收取授权到 " + day(29) + " 为止：" + name + "，业委会撤销）");
    }

    @Test
    void theCollectorIsToldThatItEndsWithTheAssociation() {
        managed("闻风苑");
        CurrentUser office = reader(ofOffice, "ruinoffice");
        mandate(0, 300);

        world.association(committee, world.company("云州闻风后来物业有限公司"), null, day(40), day(500));

        assertThat(told(office)).last().isEqualTo("收取授权到 " + day(39) + " 为止：闻风苑（云州闻风苑物业有限公司 · 闻风苑管理处，管理关联终止）");
    }
}
