package org.maintenancefund.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.kernel.LandlineNumber;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class DistrictsTest {

    @Autowired
    Districts districts;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void anEstablishedDistrictIsFoundWithItsStreetsInTheirOrder() {
        rollingBack(() -> {
            DistrictCentre centre = districts.establish(district("QA", "甲子区", "望山街道", "安河街道"));

            assertThat(districts.get(centre.id())).isEqualTo(centre);
            assertThat(districts.byCode("qa")).contains(centre);
            assertThat(centre.streets()).extracting(Street::name).containsExactly("望山街道", "安河街道");
            assertThat(districts.ofStreet(centre.streets().get(1).id())).contains(centre);
            assertThat(districts.all()).contains(centre);
        });
    }

    @Test
    void aDistrictThatWasUndoneIsNotRemembered() {
        List<DistrictCentre> before = districts.all();
        rollingBack(() -> {
            districts.establish(district("QB", "乙丑区", "望山街道"));
            assertThat(districts.all()).hasSize(before.size() + 1);
        });
        assertThat(districts.all()).isEqualTo(before);
    }

    @Test
    void whoHasEnteredOneReadsThemOnceAndAgainAfterTheNextOne() {
        rollingBack(() -> {
            DistrictCentre first = districts.establish(district("QE", "戊辰区", "望山街道"));
            assertThat(districts.all()).contains(first);
            assertThat(Statements.of(districts::all)).isEmpty();
            DistrictCentre second = districts.establish(district("QF", "己巳区", "望山街道"));
            assertThat(districts.all()).contains(first, second);
            assertThat(districts.byCode("QF")).contains(second);
        });
        assertThat(districts.byCode("QE")).isEmpty();
    }

    @Test
    void anUnknownDistrictIsNotThere() {
        assertThat(districts.find(DistrictId.next())).isEmpty();
        assertThat(districts.ofStreet(StreetId.next())).isEmpty();
        assertThatThrownBy(() -> districts.get(DistrictId.next())).isInstanceOf(NotFound.class);
    }

    @Test
    void aTakenCodeOrNameIsRefused() {
        rollingBack(() -> {
            districts.establish(district("QC", "丙寅区", "望山街道"));
            assertThatThrownBy(() -> districts.establish(district("QC", "丁卯区", "望山街道")))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.reason())
                                    .isEqualTo(Reason.of("city.district.code-taken", "QC")));
            assertThatThrownBy(() -> districts.establish(district("QD", "丙寅区", "望山街道")))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.reason())
                                    .isEqualTo(Reason.of("city.district.name-taken", "丙寅区")));
        });
    }

    private void rollingBack(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }

    private static NewDistrictCentre district(String code, String name, String... streets) {
        return new NewDistrictCentre(
                code,
                name,
                null,
                name + "维修资金管理中心",
                "示范路 1 号",
                "工作日",
                new LandlineNumber("0000-1234567"),
                List.of(streets));
    }
}
