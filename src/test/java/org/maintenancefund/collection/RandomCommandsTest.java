package org.maintenancefund.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.billing.ChargeStandards;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.billing.run.AdjustmentId;
import org.maintenancefund.billing.run.AdjustmentService;
import org.maintenancefund.billing.run.NewAdjustment;
import org.maintenancefund.billing.run.RunService;
import org.maintenancefund.billing.standard.AChargeStandard;
import org.maintenancefund.billing.start.StartService;
import org.maintenancefund.collection.receipt.NewReceipt;
import org.maintenancefund.collection.receipt.PaymentWay;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.receipt.ReceiptService;
import org.maintenancefund.collection.receipt.ReceivedFrom;
import org.maintenancefund.collection.receipt.ReversalService;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.dissolution.ADissolution;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.test.CityDecisions;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitChange;
import org.maintenancefund.unit.UnitFacts;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitUse;
import org.maintenancefund.unit.UnitView;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.opening.AnOpening;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two communities go through two years of random legal commands beside a small model of what must come out: what was billed to each unit
 * and what was paid for it, in whatever order. After each command the figures of all units are the model's and every invariant
 * holds; what is refused changes nothing. The same at every run, by its seed.
 */
@IntegrationTest
class RandomCommandsTest {

    private static final long SEED = 20261130;
    private static final int STEPS = 2_000;
    private static final int MOST_UNITS = 30;
    private static final int MONTHS = 24;
    private static final int STEP_OF_MERGE = 1_200;

    @Autowired
    World world;

    @Autowired
    AreaRegister register;

    @Autowired
    AreaMerging merging;

    @Autowired
    ADissolution dissolutions;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    AChargeStandard aStandard;

    @Autowired
    ChargeStandards standards;

    @Autowired
    AnOpening anOpening;

    @Autowired
    StartService starts;

    @Autowired
    UnitService units;

    @Autowired
    RunService runs;

    @Autowired
    AdjustmentService adjustments;

    @Autowired
    ReceiptService receipts;

    @Autowired
    ReversalService reversals;

    @Autowired
    InvariantService invariants;

    @Autowired
    CityDecisions decisions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TravellingClock clock;

    private final Random random = new Random(SEED);
    private final List<Community> communities = new ArrayList<>();
    private final List<Command> commands = List.of(
            new Command("register", 4, this::register),
            new Command("change", 5, this::change),
            new Command("bill", 8, this::bill),
            new Command("take back", 1, this::takeBack),
            new Command("bill what was missed", 4, this::billMissed),
            new Command("pay", 38, flat -> pay(flat, false)),
            new Command("pay a month", 14, flat -> pay(flat, true)),
            new Command("reverse", 14, this::reverse),
            new Command("adjust", 8, this::adjust));

    private CurrentUser clerk;
    private CurrentUser colleague;
    private YearMonth first;
    private YearMonth now;

    /** What is done with a unit or its community; false where nothing was there to do. */
    private record Command(String name, int weight, Predicate<Flat> act) {}

    private record Bill(RunId run, long fen) {}

    /** What the model knows of a unit: bills by month, live receipts, in fen. */
    private static final class Flat {

        private final UnitId id;
        private final SortedMap<YearMonth, FloorArea> areas = new TreeMap<>();
        private final SortedMap<YearMonth, Bill> bills = new TreeMap<>();
        private final Map<ReceiptNumber, Long> receipts = new LinkedHashMap<>();

        private Flat(UnitId id, YearMonth from, FloorArea area) {
            this.id = id;
            areas.put(from, area);
        }

        private long billed() {
            return bills.values().stream().mapToLong(Bill::fen).sum();
        }

        private long paid() {
            return receipts.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Its floor area in a month; empty before it is known. */
        private Optional<FloorArea> areaIn(YearMonth month) {
            SortedMap<YearMonth, FloorArea> known = areas.headMap(month.plusMonths(1));
            return known.isEmpty() ? Optional.empty() : Optional.of(known.get(known.lastKey()));
        }
    }

    /** A community, and its runs that stand. */
    private static final class Community {

        private final AreaId id;
        private final CommitteeView committee;
        private final String building;
        private final List<Flat> flats = new ArrayList<>();
        private final SortedMap<YearMonth, RunId> runs = new TreeMap<>();
        private int door = 100;

        private Community(AreaId id, CommitteeView committee, String building) {
            this.id = id;
            this.committee = committee;
            this.building = building;
        }
    }

    @BeforeEach
    void twoCommunitiesOfOneOffice() {
        first = YearMonth.from(world.today());
        now = first;
        world.settingsOfCollection();
        if (standards.ofCityAt(UnitUse.RESIDENTIAL, true, first).isEmpty()) {
            aStandard.ofCity(UnitUse.RESIDENTIAL, true, "0.25", first);
        }
        EnterpriseId company = world.company("随机物业有限公司");
        OfficeId office = world.office("随机管理处", company);
        clerk = world.personOf(office);
        colleague = world.personOf(office);
        for (String name : List.of("随机苑东区", "随机苑西区")) {
            AreaId area = world.area(name);
            String building = name + " 1 栋";
            transaction.executeWithoutResult(status -> register.changeBuildings(area, ManagedArea.buildings(building)));
            CommitteeView committee = world.committee(area, name + "业主委员会");
            LocalDate last = world.today().plusYears(3);
            world.association(committee, company, office, world.today(), last);
            world.mandate(committee, world.today(), last);
            Community community = new Community(area, committee, building);
            communities.add(community);
            add(community);
            anOpening.approved(area, community.flats.get(0).id, clerk, colleague, world.clerk());
            starts.open(area, first, true, clerk);
        }
    }

    /** Others stand on a city that has decided nothing. */
    @AfterEach
    void nothingIsDecided() {
        decisions.forget();
    }

    @Test
    void whateverIsDoneInWhateverOrderNoFenIsLostOrDoubled() {
        Map<String, Integer> taken = new TreeMap<>();
        for (int step = 0; step < STEPS; step++) {
            if (step == STEP_OF_MERGE) {
                clock.at(at(now), this::merge);
            }
            Command command = any();
            Flat flat = anyOf(anyOf(communities).flats);
            if (in(now, () -> command.act().test(flat))) {
                taken.merge(command.name(), 1, Integer::sum);
            }
            check("step " + step + ", " + command.name());
        }
        assertThat(taken.keySet())
                .as("each was taken: %s", taken)
                .containsAll(commands.stream().map(Command::name).toList());
    }

    private Command any() {
        int dice = random.nextInt(commands.stream().mapToInt(Command::weight).sum());
        for (Command command : commands) {
            dice -= command.weight();
            if (dice < 0) {
                return command;
            }
        }
        throw new AssertionError("the dice fell outside");
    }

    private <T> T anyOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** In the middle of that month, or today where it is this one; a refusal is nothing done. */
    private boolean in(YearMonth month, BooleanSupplier act) {
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

    // ---- what is done

    private Community of(Flat flat) {
        return communities.stream()
                .filter(community -> community.flats.contains(flat))
                .findFirst()
                .orElseThrow();
    }

    private boolean register(Flat beside) {
        Community community = of(beside);
        if (community.flats.size() >= MOST_UNITS) {
            return false;
        }
        add(community);
        return true;
    }

    private void add(Community community) {
        YearMonth from = now.minusMonths(random.nextInt(3));
        FloorArea area = anyArea();
        AUnit unit = AUnit.at(community.building, Integer.toString(++community.door));
        UnitFacts facts = of(unit.facts(), area);
        UnitId id = units.register(community.id, new AUnit(unit.place(), from, facts, unit.payer()).told(), clerk);
        community.flats.add(new Flat(id, from, area));
    }

    private FloorArea anyArea() {
        return new FloorArea(40_00 + random.nextInt(120_00));
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

    private boolean change(Flat flat) {
        YearMonth from = now.plusMonths(random.nextInt(3) - 1);
        FloorArea area = anyArea();
        UnitView seen = units.get(flat.id, clerk).unit();
        UnitFacts facts = of(seen.in(from).facts(), area);
        units.change(flat.id, seen.version(), new UnitChange(from, facts, "实测", "实测报告"), clerk);
        flat.areas.put(from, area);
        return true;
    }

    private boolean bill(Flat flat) {
        Community community = of(flat);
        YearMonth month =
                community.runs.isEmpty() ? first : community.runs.lastKey().plusMonths(1);
        if (month.isAfter(first.plusMonths(MONTHS))) {
            return false;
        }
        if (month.isAfter(now)) {
            now = month;
        }
        return in(now, () -> {
            community.runs.put(month, run(community, month));
            return true;
        });
    }

    private boolean billMissed(Flat flat) {
        Community community = of(flat);
        if (community.runs.isEmpty()) {
            return false;
        }
        run(community, anyOf(List.copyOf(community.runs.keySet())));
        return true;
    }

    /** Proposed by one and confirmed by the other; each unit that has no bill of that month gets one. */
    private RunId run(Community community, YearMonth month) {
        RunId run = runs.propose(community.id, month, null, "随机", clerk);
        runs.confirm(community.id, run, colleague);
        for (Flat flat : community.flats) {
            flat.areaIn(month)
                    .ifPresent(area -> flat.bills.putIfAbsent(month, new Bill(run, charge(community, area, month))));
        }
        return run;
    }

    private long charge(Community community, FloorArea area, YearMonth month) {
        return standards
                .at(community.id, UnitUse.RESIDENTIAL, true, month)
                .orElseThrow()
                .rate()
                .monthlyCharge(area)
                .fen();
    }

    /** Where something was paid on its bills, all that was paid in the community is reversed first. */
    private boolean takeBack(Flat flat) {
        Community community = of(flat);
        if (community.runs.isEmpty()) {
            return false;
        }
        community.flats.forEach(each -> List.copyOf(each.receipts.keySet()).forEach(number -> reverse(each, number)));
        YearMonth month = community.runs.lastKey();
        RunId run = Objects.requireNonNull(community.runs.get(month));
        runs.takeBack(community.id, run, "算错", clerk);
        community.runs.remove(month);
        communities.forEach(each -> each.flats.forEach(
                one -> one.bills.values().removeIf(bill -> bill.run().equals(run))));
        return true;
    }

    /** All that is owed, a bit of it, or more; for a month that the payer names, or for none. */
    private boolean pay(Flat flat, boolean named) {
        long owed = flat.billed() - flat.paid();
        long fen = switch (random.nextInt(3)) {
            case 0 -> Math.max(owed, 1);
            case 1 -> 1 + random.nextInt(20_00);
            default -> 1 + random.nextInt(100_00);
        };
        List<YearMonth> months =
                named && !flat.bills.isEmpty() ? List.of(anyOf(List.copyOf(flat.bills.keySet()))) : List.of();
        NewReceipt told = new NewReceipt(
                flat.id,
                new Money(fen),
                LocalDate.now(clock),
                anyOf(List.of(PaymentWay.values())),
                ReceivedFrom.OWNER,
                "王建国",
                months,
                null,
                "");
        ReceiptNumber number =
                receipts.receive(of(flat).id, told, doubts -> true, clerk).number();
        flat.receipts.put(Objects.requireNonNull(number), fen);
        return true;
    }

    private boolean reverse(Flat flat) {
        if (flat.receipts.isEmpty()) {
            return false;
        }
        reverse(flat, anyOf(List.copyOf(flat.receipts.keySet())));
        return true;
    }

    private void reverse(Flat flat, ReceiptNumber number) {
        reversals.propose(number, "登记错户", clerk);
        UUID proposal = jdbc.sql("SELECT v.id FROM receipt_reversal v JOIN receipt r ON r.id = v.receipt_id"
                        + " WHERE r.number = :number AND v.state = 'PROPOSED'")
                .param("number", number.value())
                .query(UUID.class)
                .single();
        reversals.confirm(number, proposal, colleague);
        flat.receipts.remove(number);
    }

    private boolean adjust(Flat flat) {
        if (flat.bills.isEmpty()) {
            return false;
        }
        YearMonth month = anyOf(List.copyOf(flat.bills.keySet()));
        long fen = (random.nextBoolean() ? 1 : -1) * (1L + random.nextInt(5_00));
        AdjustmentId id = adjustments.propose(new NewAdjustment(flat.id, month, new Money(fen), "面积有误", "实测报告"), clerk);
        adjustments.confirm(flat.id, id, colleague);
        flat.bills.computeIfPresent(month, (of, bill) -> new Bill(bill.run(), bill.fen() + fen));
        return true;
    }

    /** The second community's committee ends, and with it the mandate; then its area goes into the first one's. */
    private void merge() {
        Community kept = communities.get(0);
        Community gone = communities.get(1);
        dissolutions.approved(gone.committee, world.clerk());
        merging.merge(new MergeOrder(kept.id, List.of(gone.id), "随机苑", "同一小区"), world.municipal());
        kept.flats.addAll(gone.flats);
        communities.remove(gone);
    }

    // ---- what must come out

    private void check(String step) {
        List<Flat> all = communities.stream()
                .flatMap(community -> community.flats.stream())
                .toList();
        Map<UUID, String> found = new LinkedHashMap<>();
        jdbc.sql(
                        "SELECT t.id, (SELECT coalesce(sum(b.amount + b.adjusted), 0) FROM bill b WHERE b.unit_id = t.id) AS billed,"
                                + " (SELECT coalesce(sum(b.allocated), 0) FROM bill b WHERE b.unit_id = t.id) AS allocated,"
                                + " (SELECT coalesce(sum(r.amount), 0) FROM receipt r WHERE r.unit_id = t.id) AS paid,"
                                + " (SELECT coalesce(sum(r.amount - r.allocated), 0) FROM receipt r WHERE r.unit_id = t.id"
                                + " AND NOT r.reversed AND r.reverses IS NULL) AS prepaid"
                                + " FROM unnest(:units) AS t(id)")
                .param("units", all.stream().map(flat -> flat.id.value()).toArray(UUID[]::new))
                .query((row, i) -> found.put(
                        row.getObject(1, UUID.class),
                        figures(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5))))
                .list();
        for (Flat flat : all) {
            long billed = flat.billed();
            long paid = flat.paid();
            assertThat(found.get(flat.id.value()))
                    .as(step)
                    .isEqualTo(figures(billed, Math.min(billed, paid), paid, Math.max(0, paid - billed)));
        }
        assertThat(invariants.violations()).as(step).isEmpty();
    }

    private static String figures(long billed, long allocated, long paid, long prepaid) {
        return "billed %d, allocated %d, paid %d, left %d".formatted(billed, allocated, paid, prepaid);
    }
}
