package org.maintenancefund.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.billing.ChargeStandards;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.billing.standard.AChargeStandard;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitUse;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two communities of one office, and a small model of what must come out of what is done with them: what was billed to each unit, and
 * what was paid for it.
 */
final class RandomCity {

    private final ApplicationContext context;
    private final Random random;
    private final TravellingClock clock;
    private final List<Community> communities = new ArrayList<>();
    private final List<Flat> flats = new ArrayList<>();
    private final YearMonth first;

    /** The month that it is: later ones begin when they are billed. */
    private YearMonth now;

    private final CurrentUser clerk;
    private final CurrentUser colleague;

    /** A bill of a run, with its adjustments. */
    record Bill(RunId run, long fen) {}

    /** What the model knows of a unit: bills by month, live receipts, in fen. */
    static final class Flat {

        final UnitId id;
        final SortedMap<YearMonth, FloorArea> areas = new TreeMap<>();
        final SortedMap<YearMonth, Bill> bills = new TreeMap<>();
        final Map<ReceiptNumber, Long> receipts = new LinkedHashMap<>();

        /** What it paid straight into the account, by the bank's line. */
        final Map<UUID, Long> straight = new LinkedHashMap<>();

        private Flat(UnitId id, YearMonth from, FloorArea area) {
            this.id = id;
            areas.put(from, area);
        }

        long billed() {
            return bills.values().stream().mapToLong(Bill::fen).sum();
        }

        long paid() {
            return Stream.concat(receipts.values().stream(), straight.values().stream())
                    .mapToLong(Long::longValue)
                    .sum();
        }

        /** Its floor area in a month; empty before it is known. */
        Optional<FloorArea> areaIn(YearMonth month) {
            SortedMap<YearMonth, FloorArea> known = areas.headMap(month.plusMonths(1));
            return known.isEmpty() ? Optional.empty() : Optional.of(known.get(known.lastKey()));
        }
    }

    /** A community, and its runs that stand. */
    static final class Community {

        final AreaId id;
        final CommitteeView committee;
        final String building;
        final List<Flat> flats = new ArrayList<>();
        final SortedMap<YearMonth, RunId> runs = new TreeMap<>();
        private int door = 100;

        private Community(AreaId id, CommitteeView committee, String building) {
            this.id = id;
            this.committee = committee;
            this.building = building;
        }

        String nextDoor() {
            return Integer.toString(++door);
        }
    }

    RandomCity(World world, ApplicationContext context, Random random) {
        this.context = context;
        this.random = random;
        clock = get(TravellingClock.class);
        first = YearMonth.from(world.today());
        now = first;
        world.settingsOfCollection();
        if (get(ChargeStandards.class)
                .ofCityAt(UnitUse.RESIDENTIAL, true, first)
                .isEmpty()) {
            get(AChargeStandard.class).ofCity(UnitUse.RESIDENTIAL, true, "0.25", first);
        }
        EnterpriseId company = world.company("随机物业有限公司");
        OfficeId office = world.office("随机管理处", company);
        clerk = world.personOf(office);
        colleague = world.personOf(office);
        for (String name : List.of("随机苑东区", "随机苑西区")) {
            AreaId area = world.area(name);
            String building = name + " 1 栋";
            get(TransactionTemplate.class)
                    .executeWithoutResult(
                            status -> get(AreaRegister.class).changeBuildings(area, ManagedArea.buildings(building)));
            CommitteeView committee = world.committee(area, name + "业主委员会");
            LocalDate last = world.today().plusYears(3);
            world.association(committee, company, office, world.today(), last);
            world.mandate(committee, world.today(), last);
            communities.add(new Community(area, committee, building));
        }
    }

    <T> T get(Class<T> bean) {
        return context.getBean(bean);
    }

    /** The communities in which something can be done. */
    List<Community> communities() {
        return communities;
    }

    /** All units, of whatever community. */
    List<Flat> flats() {
        return flats;
    }

    CurrentUser clerk() {
        return clerk;
    }

    CurrentUser colleague() {
        return colleague;
    }

    YearMonth first() {
        return first;
    }

    YearMonth now() {
        return now;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    <T> T anyOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    FloorArea anyArea() {
        return new FloorArea(40_00 + random.nextInt(120_00));
    }

    Community of(Flat flat) {
        return communities.stream()
                .filter(community -> community.flats.contains(flat))
                .findFirst()
                .orElseThrow();
    }

    Flat add(Community community, UnitId id, YearMonth from, FloorArea area) {
        Flat flat = new Flat(id, from, area);
        community.flats.add(flat);
        flats.add(flat);
        return flat;
    }

    /** It is that month from now on, where it was an earlier one. */
    void reach(YearMonth month) {
        now = month.isAfter(now) ? month : now;
    }

    /** In the middle of the month, or today where it is this one; a refusal is nothing done. */
    boolean in(YearMonth month, BooleanSupplier act) {
        return clock.at(at(month), () -> {
            try {
                return act.getAsBoolean();
            } catch (Refusal refused) {
                return false;
            }
        });
    }

    private Instant at(YearMonth month) {
        return month.equals(first)
                ? clock.instant()
                : month.atDay(15).atTime(9, 0).atZone(clock.getZone()).toInstant();
    }
}
