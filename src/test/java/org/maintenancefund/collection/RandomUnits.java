package org.maintenancefund.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.maintenancefund.billing.start.StartService;
import org.maintenancefund.collection.RandomCity.Community;
import org.maintenancefund.collection.RandomCity.Flat;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitChange;
import org.maintenancefund.unit.UnitFacts;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitView;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.importing.AUnitSheet;
import org.maintenancefund.unit.opening.AnOpening;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is done with the units of a {@link RandomCity}: registered singly and by spreadsheet, changed, paid for by somebody else. */
final class RandomUnits {

    private static final int MOST_UNITS = 30;
    private static final int MOST_ROWS = 3;

    private final RandomCity city;
    private final RandomImports imports;
    private final UnitService units;
    private final JdbcClient jdbc;

    RandomUnits(RandomCity city, RandomImports imports) {
        this.city = city;
        this.imports = imports;
        units = city.get(UnitService.class);
        jdbc = city.get(JdbcClient.class);
    }

    /** Each community begins with a flat, its money lies in that account, and it is opened. */
    void start(FundAccountId account, World world) {
        for (Community community : city.communities()) {
            city.get(AFundAccount.class).keeps(account, community.id);
            Flat flat = register(community);
            city.get(AnOpening.class).approved(community.id, flat.id, city.clerk(), city.colleague(), world.clerk());
            city.get(StartService.class).open(community.id, city.first(), true, city.clerk());
        }
    }

    boolean register(Flat beside) {
        Community community = city.of(beside);
        return community.flats.size() < MOST_UNITS && register(community) != null;
    }

    Flat register(Community community) {
        YearMonth from = month();
        FloorArea area = city.anyArea();
        AUnit unit = AUnit.at(community.building, community.nextDoor());
        UnitId id = units.register(
                community.id, new AUnit(unit.place(), from, of(unit.facts(), area), unit.payer()).told(), city.clerk());
        return city.add(community, id, from, area);
    }

    /** Some new ones by a sheet, which is sent twice: the second time it changes nothing. */
    boolean importSome(Flat beside) {
        Community community = city.of(beside);
        if (community.flats.size() >= MOST_UNITS) {
            return false;
        }
        YearMonth from = month();
        AUnitSheet sheet = new AUnitSheet();
        Map<String, FloorArea> told = new LinkedHashMap<>();
        for (int i = city.upTo(MOST_ROWS); i >= 0; i--) {
            String door = community.nextDoor();
            told.put(door, city.anyArea());
            sheet.flat(
                    door,
                    "楼栋",
                    community.building,
                    "建筑面积",
                    told.get(door).decimal().toString());
        }
        int there = imports.entered("units", community.id, from.toString(), sheet.content());
        assertThat(there).isEqualTo(told.size());
        told.forEach((door, area) -> city.add(community, at(community, door), from, area));
        assertThat(imports.entered("units", community.id, from.toString(), sheet.content()))
                .as("sent again")
                .isZero();
        return true;
    }

    private UnitId at(Community community, String door) {
        return new UnitId(jdbc.sql(
                        "SELECT unit_id FROM named_unit WHERE area_id = :area AND building = :building AND door = :door")
                .param("area", community.id.value())
                .param("building", community.building)
                .param("door", door)
                .query(UUID.class)
                .single());
    }

    /** This one or one of the two before. */
    private YearMonth month() {
        return city.now().minusMonths(city.upTo(3));
    }

    private static UnitFacts of(UnitFacts facts, FloorArea area) {
        return new UnitFacts(
                area,
                facts.source(),
                facts.use(),
                facts.lift(),
                facts.liable(),
                facts.sold(),
                facts.deliveredOn(),
                facts.chargedFrom());
    }

    boolean change(Flat flat) {
        YearMonth from = city.now().plusMonths(city.upTo(3) - 1);
        FloorArea area = city.anyArea();
        UnitView seen = units.get(flat.id, city.clerk()).unit();
        UnitFacts facts = of(seen.in(from).facts(), area);
        units.change(flat.id, seen.version(), new UnitChange(from, facts, "实测", "实测报告"), city.clerk());
        flat.areas.put(from, area);
        return true;
    }

    /** Who pays never moves money. */
    boolean changePayer(Flat flat) {
        UnitView seen = units.get(flat.id, city.clerk()).unit();
        String name = city.anyOf(List.of("王建国", "李红梅", "赵志强"));
        units.changePayer(flat.id, seen.version(), city.today(), AUnit.owner(name), "买卖合同", city.clerk());
        return true;
    }
}
