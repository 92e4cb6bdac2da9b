package org.maintenancefund.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.test.Extent;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Merges, undoing, renaming, registering and approving at the very same moment. Nothing is rolled back: the races are real.
 * Some rounds in every build; {@code -Drace.rounds=1000} for the long run.
 */
@IntegrationTest
class AreaMergeRacesTest {

    @Autowired
    World world;

    private static final int ROUNDS = Integer.getInteger("race.rounds", Extent.of(8, 100));

    @Autowired
    AreaRegister register;

    @Autowired
    AreaMerging merging;

    @Autowired
    PropertyAreas areas;

    @Autowired
    ACommittee committees;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AnAssociation associations;

    @Test
    void mergingUndoingRenamingRegisteringAssociatingAndApprovingLeaveNothingBehind() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            AreaId kept = world.area("竞合家园一期" + round);
            AreaId other = world.area("竞合家园二期" + round);
            AreaId third = world.area("竞合家园三期" + round);
            EnterpriseId company = world.company("云州竞合物业有限公司");
            ApplicationNumber pending = committees.submitted(other, "竞合家园" + round + "业主委员会");
            CommitteeView committee = world.committee(kept, "竞合家园一期" + round + "业主委员会");
            ApplicationNumber tie = associations.submitted(
                    committee,
                    company,
                    null,
                    world.today().minusDays(1),
                    world.today().plusYears(1));
            int version = areas.get(kept).version();
            String number = Integer.toString(round);

            List<Race.Outcome<Object>> outcomes = Race.of(List.<Callable<Object>>of(
                    () -> {
                        UUID merge = merging.merge(
                                new MergeOrder(kept, List.of(other, third), "竞合家园" + number, "同一小区"),
                                world.municipal());
                        merging.undo(merge, world.municipal());
                        return merge;
                    },
                    () -> {
                        committees.decided(pending, ReviewAction.APPROVE, world.clerk());
                        return pending;
                    },
                    () -> {
                        register.rename(kept, version, "竞合新家园" + number, "业主大会决定", world.municipal());
                        return kept;
                    },
                    () -> {
                        associations.decided(tie, ReviewAction.APPROVE, world.clerk());
                        return tie;
                    },
                    () -> committees.submitted(third, "竞合家园三期" + number + "业主委员会"),
                    () -> merging.merge(
                            new MergeOrder(third, List.of(kept), "竞合大家园" + number, "同一小区"), world.municipal())));

            assertThat(outcomes)
                    .filteredOn(outcome -> !outcome.won())
                    .as("round " + round)
                    .allSatisfy(outcome ->
                            assertThat(outcome.failure()).isInstanceOfAny(Refusal.class, StaleVersion.class));
        }
        assertThatNothingIsOrphaned();
    }

    private void assertThatNothingIsOrphaned() {
        assertThat(count("SELECT count(*) FROM committee c JOIN area a ON a.id = c.area_id"
                        + " WHERE a.state = 'MERGED' AND c.status IN ('IN_OFFICE', 'EXPIRED')"))
                .as("committees of merged areas")
                .isZero();
        assertThat(count("SELECT count(*) FROM application p JOIN area a ON a.id = p.subject_id"
                        + " WHERE a.state = 'MERGED' AND p.status IN ('PENDING', 'RETURNED')"))
                .as("applications for merged areas")
                .isZero();
        assertThat(count("SELECT count(*) FROM association s JOIN area a ON a.id = s.area_id"
                        + " WHERE a.state = 'MERGED' AND s.effective_to >= current_date"))
                .as("associations of merged areas")
                .isZero();
        assertThat(count("SELECT count(*) FROM association s WHERE s.effective_to >= s.effective_from AND EXISTS"
                        + " (SELECT FROM association o WHERE o.area_id = s.area_id AND o.id <> s.id"
                        + " AND o.effective_to >= o.effective_from"
                        + " AND daterange(o.effective_from, o.effective_to, '[]')"
                        + " && daterange(s.effective_from, s.effective_to, '[]'))"))
                .as("areas managed by two at once")
                .isZero();
        assertThat(count("SELECT count(*) FROM area a JOIN area b ON b.id = a.merged_into WHERE b.merged_into = a.id"))
                .as("areas merged into one another")
                .isZero();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
