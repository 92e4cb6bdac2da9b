package org.maintenancefund.city.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.NewDistrictCentre;
import org.maintenancefund.city.Street;
import org.maintenancefund.city.domain.DistrictService;
import org.maintenancefund.city.domain.DistrictService.CentreChange;
import org.maintenancefund.kernel.LandlineNumber;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes of a district centre that come at once. Nothing is rolled back here. */
@IntegrationTest
class DistrictCentreRacesTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    private Districts districts;

    @Autowired
    private DistrictService keeping;

    @Autowired
    private JdbcClient jdbc;

    private String letters;
    private DistrictCentre centre;

    @BeforeEach
    void aDistrict() {
        centre = world.district();
        letters = centre.code();
    }

    private NewDistrictCentre words(String code) {
        return new NewDistrictCentre(
                code,
                centre.name(),
                null,
                centre.centreName(),
                "改址路 " + code + " 号",
                centre.officeHours(),
                new LandlineNumber("0000-1234567"),
                List.of());
    }

    @Test
    void twoNewCentresWithTheSameLettersBecomeOneAndAMessageAtTheField() throws InterruptedException {
        String taken = world.freeLetters();
        Callable<Integer> one = posting("甲" + letters + "区", taken);
        Callable<Integer> two = posting("乙" + letters + "区", taken);

        List<Race.Outcome<Integer>> outcomes = Race.of(List.of(one, two));

        assertThat(outcomes).extracting(Race.Outcome::value).containsExactlyInAnyOrder(303, 400);
        assertThat(districts.byCode(taken)).isPresent();
    }

    private Callable<Integer> posting(String name, String code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", name);
        form.put("code", code);
        form.put("centreName", name + "中心");
        form.put("phone", "0000-1234567");
        form.put("address", "示范路 1 号");
        form.put("officeHours", "工作日 9:00–17:00");
        form.put("newStreets", "甲街道");
        return () -> pages.post("/district-centres/new", world.administrator(), form)
                .getResponse()
                .getStatus();
    }

    @Test
    void ofTwoWhoChangeACentreAtOnceTheSecondIsTold() throws InterruptedException {
        int seen = keeping.get(centre.id()).version();
        Street street = centre.streets().get(0);
        Callable<String> renaming = () -> {
            keeping.change(centre.id(), seen, new CentreChange(words(letters), Map.of(street.id(), "望山新街道"), Set.of()));
            return "renamed";
        };
        Callable<String> removing = () -> {
            keeping.change(centre.id(), seen, new CentreChange(words(letters), Map.of(), Set.of(street.id())));
            return "removed";
        };

        List<Race.Outcome<String>> outcomes = Race.of(List.of(renaming, removing));

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(StaleVersion.class));
        assertThat(districts.get(centre.id()).address()).as("the memory").isEqualTo("改址路 " + letters + " 号");
    }

    @Test
    void aStreetGoesOrGetsAnAreaButNeverBoth() throws InterruptedException {
        Street street = centre.streets().get(0);
        int seen = keeping.get(centre.id()).version();
        Callable<String> entering = () -> world.area("竞争花园" + letters).toString();
        Callable<String> removing = () -> {
            keeping.change(centre.id(), seen, new CentreChange(words(letters), Map.of(), Set.of(street.id())));
            return "removed";
        };

        List<Race.Outcome<String>> outcomes = Race.of(List.of(entering, removing));

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM area a WHERE NOT EXISTS (SELECT FROM street s WHERE s.id = a.street_id)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anAreaNeverGetsLettersThatItsDistrictHasNot() throws InterruptedException {
        String wanted = world.freeLetters();
        int seen = keeping.get(centre.id()).version();
        Callable<String> entering = () -> world.area("字母花园" + letters).toString();
        Callable<String> relettering = () -> {
            keeping.change(centre.id(), seen, new CentreChange(words(wanted), Map.of(), Set.of()));
            return "relettered";
        };

        List<Race.Outcome<String>> outcomes = Race.of(List.of(entering, relettering));

        assertThat(outcomes).filteredOn(Race.Outcome::won).isNotEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM area a JOIN district_centre d ON d.id = a.district_id"
                                + " WHERE left(a.code, 2) <> d.code")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
