package org.maintenancefund.area.domain;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
@Transactional
class AreaRekeyingTest {

    @Autowired
    World world;

    @Autowired
    AreaRekeying rekeying;

    @Autowired
    PropertyAreas areas;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anAreaWithKeysOfOlderRulesIsFoundByThoseOfTodayAfterwards() {
        AreaId old = world.area("御景湾");
        AreaId other = world.area("玉井湾");
        entities.clear();
        jdbc.sql("UPDATE area SET near_keys = '{}', key_version = 1 WHERE id = :id")
                .param("id", old.value())
                .update();
        assertThat(areas.similar(areas.get(other)).nearNames()).isEmpty();

        assertThat(rekeying.someMore()).isEqualTo(1);
        assertThat(rekeying.someMore()).isZero();

        assertThat(areas.similar(areas.get(other)).nearNames())
                .extracting(AreaView::id)
                .containsExactly(old);
    }
}
