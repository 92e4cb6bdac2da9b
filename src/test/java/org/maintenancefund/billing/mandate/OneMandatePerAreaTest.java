package org.maintenancefund.billing.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.billing.MandateId;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.DateRange;

/** What a new mandate leaves of one that stands. */
class OneMandatePerAreaTest {

    @ParameterizedTest(name = "{0} to {1} against {2} to {3} leaves {4}")
    @CsvSource(
            nullValues = "untouched",
            value = {
                "2026-01-01, 2026-12-31, 2026-06-01, 2027-05-31, 2026-01-01/2026-05-31",
                "2026-01-01, 2026-12-31, 2026-06-01, 2026-08-31, 2026-01-01/2026-05-31",
                "2026-06-01, 2026-12-31, 2026-06-01, 2026-06-30, 2026-06-01/2026-05-31",
                "2026-06-01, 2026-12-31, 2026-01-01, 2026-08-31, 2026-09-01/2026-12-31",
                "2026-06-01, 2026-12-31, 2026-01-01, 2026-12-31, 2026-06-01/2026-05-31",
                "2026-01-01, 2026-05-31, 2026-06-01, 2026-12-31, untouched",
                "2026-06-01, 2026-12-31, 2026-01-01, 2026-05-31, untouched",
                "2026-06-01, 2026-05-31, 2026-01-01, 2026-12-31, untouched",
            })
    void aNewOneTakesItsDays(LocalDate from, LocalDate to, LocalDate first, LocalDate last, String left) {
        Optional<OneMandatePerArea.Cut> cut = OneMandatePerArea.cut(standing(from, to), DateRange.of(first, last));

        assertThat(cut.map(one -> one.from() + "/" + one.to())).isEqualTo(Optional.ofNullable(left));
    }

    @ParameterizedTest(name = "{0} to {1}, approved {2}: {3}")
    @CsvSource(
            nullValues = "none",
            value = {
                "2026-01-01, 2026-12-31, 2025-12-20, 2026-01-01/2026-12-31",
                "2026-01-01, 2026-12-31, 2026-03-05, 2026-03-05/2026-12-31",
                "2026-01-01, 2026-12-31, 2026-12-31, 2026-12-31/2026-12-31",
                "2026-01-01, 2026-12-31, 2027-01-01, none",
            })
    void itBeginsNoEarlierThanItIsApproved(LocalDate from, LocalDate to, LocalDate approval, String days) {
        assertThat(OneMandatePerArea.days(from, to, approval).map(DateRange::toString))
                .isEqualTo(Optional.ofNullable(days));
    }

    private static Mandate standing(LocalDate from, LocalDate to) {
        return new Mandate(
                MandateId.next(),
                AreaId.next(),
                CommitteeId.next(),
                EnterpriseId.next(),
                null,
                AssociationId.next(),
                from,
                to,
                to,
                null);
    }
}
