package org.maintenancefund.area.domain;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.ADistrict;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
@Transactional
class AreaRekeyingTest {

    @Autowired
    AreaRegister register;

    @Autowired
    AreaRekeying rekeying;

    @Autowired
    PropertyAreas areas;

    @Autowired
    Districts districts;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anAreaWithKeysOfOlderRulesIsFoundByThoseOfTodayAfterwards() {
        StreetId street = ADistrict.establishedWith(districts, "RK", "重建测试区", "甲街道")
                .streets()
                .get(0)
                .id();
        AreaId old = AnArea.named("御景湾").in(street).enteredWith(register);
        AreaId other = AnArea.named("玉井湾").in(street).enteredWith(register);
        entities.clear();
        jdbc.sql("UPDATE area SET near_keys = '{}', key_version = 1 WHERE id = :id")
                .param("id", old.value())
                .update();
        assertThat(areas.nearNames(other)).isEmpty();

        assertThat(rekeying.someMore()).isEqualTo(1);
        assertThat(rekeying.someMore()).isZero();

        assertThat(areas.nearNames(other)).extracting(AreaView::id).containsExactly(old);
    }
}
