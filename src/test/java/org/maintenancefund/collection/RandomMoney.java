package org.maintenancefund.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.maintenancefund.billing.ChargeStandards;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.billing.run.AdjustmentId;
import org.maintenancefund.billing.run.AdjustmentService;
import org.maintenancefund.billing.run.NewAdjustment;
import org.maintenancefund.billing.run.RunService;
import org.maintenancefund.collection.RandomCity.Bill;
import org.maintenancefund.collection.RandomCity.Community;
import org.maintenancefund.collection.RandomCity.Flat;
import org.maintenancefund.collection.receipt.NewReceipt;
import org.maintenancefund.collection.receipt.PaymentWay;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.receipt.ReceiptService;
import org.maintenancefund.collection.receipt.ReceivedFrom;
import org.maintenancefund.collection.receipt.ReversalService;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitUse;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is billed and paid in a {@link RandomCity}. */
final class RandomMoney {

    private static final int MONTHS = 24;

    private final RandomCity city;
    private final RandomImports imports;
    private final ChargeStandards standards;
    private final RunService runs;
    private final AdjustmentService adjustments;
    private final ReceiptService receipts;
    private final ReversalService reversals;
    private final JdbcClient jdbc;

    /** Of the last payment that came by a file. */
    private int externalNumber;

    RandomMoney(RandomCity city, RandomImports imports) {
        this.city = city;
        this.imports = imports;
        standards = city.get(ChargeStandards.class);
        runs = city.get(RunService.class);
        adjustments = city.get(AdjustmentService.class);
        receipts = city.get(ReceiptService.class);
        reversals = city.get(ReversalService.class);
        jdbc = city.get(JdbcClient.class);
    }

    boolean bill(Flat flat) {
        Community community = city.of(flat);
        YearMonth month = community.runs.isEmpty()
                ? city.first()
                : community.runs.lastKey().plusMonths(1);
        if (month.isAfter(city.first().plusMonths(MONTHS))) {
            return false;
        }
        city.reach(month);
        return city.in(city.now(), () -> {
            community.runs.put(month, run(community, month));
            return true;
        });
    }

    boolean billMissed(Flat flat) {
        Community community = city.of(flat);
        if (community.runs.isEmpty()) {
            return false;
        }
        run(community, city.anyOf(List.copyOf(community.runs.keySet())));
        return true;
    }

    /** Proposed by one and confirmed by the other; each unit that has no bill of that month gets one. */
    private RunId run(Community community, YearMonth month) {
        RunId run = runs.propose(community.id, month, null, "随机", city.clerk());
        runs.confirm(community.id, run, city.colleague());
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
    boolean takeBack(Flat flat) {
        Community community = city.of(flat);
        if (community.runs.isEmpty()) {
            return false;
        }
        community.flats.forEach(each -> List.copyOf(each.receipts.keySet()).forEach(number -> reverse(each, number)));
        YearMonth month = community.runs.lastKey();
        RunId run = Objects.requireNonNull(community.runs.get(month));
        runs.takeBack(community.id, run, "算错", city.clerk());
        community.runs.remove(month);
        city.flats()
                .forEach(one -> one.bills.values().removeIf(bill -> bill.run().equals(run)));
        return true;
    }

    /** For a month that the payer names, or for none. */
    boolean pay(Flat flat, boolean named) {
        long fen = anyAmount(flat);
        List<YearMonth> months =
                named && !flat.bills.isEmpty() ? List.of(city.anyOf(List.copyOf(flat.bills.keySet()))) : List.of();
        NewReceipt told = new NewReceipt(
                flat.id,
                new Money(fen),
                city.today(),
                city.anyOf(List.of(PaymentWay.values())),
                ReceivedFrom.OWNER,
                "王建国",
                months,
                null,
                "");
        ReceiptNumber number = receipts.receive(city.of(flat).id, told, doubts -> true, city.clerk())
                .number();
        flat.receipts.put(Objects.requireNonNull(number), fen);
        return true;
    }

    /** All that is owed, a bit of it, or more. */
    private long anyAmount(Flat flat) {
        return switch (city.upTo(3)) {
            case 0 -> Math.max(flat.billed() - flat.paid(), 1);
            case 1 -> 1 + city.upTo(20_00);
            default -> 1 + city.upTo(100_00);
        };
    }

    /** Two payments of a community by a file, which is sent twice: the second time it changes nothing. */
    boolean importSome(Flat flat) {
        Community community = city.of(flat);
        StringBuilder sheet = new StringBuilder("外部流水号,户号,收款日期,金额,方式,缴款人");
        Map<String, Flat> payers = new LinkedHashMap<>();
        Map<String, Long> amounts = new LinkedHashMap<>();
        for (Flat payer : List.of(flat, city.anyOf(community.flats))) {
            String number = "SJ" + ++externalNumber;
            payers.put(number, payer);
            amounts.put(number, anyAmount(payer));
            sheet.append("\n%s,%s,%s,%s,现金,王建国"
                    .formatted(number, number(payer), city.today(), new Money(amounts.get(number)).decimal()));
        }
        byte[] content = sheet.toString().getBytes(StandardCharsets.UTF_8);
        if (imports.entered("receipts", community.id, "", content) == 0) {
            return false;
        }
        payers.forEach((number, payer) -> payer.receipts.put(receipt(community, number), amounts.get(number)));
        assertThat(imports.entered("receipts", community.id, "", content))
                .as("sent again")
                .isZero();
        return true;
    }

    private String number(Flat flat) {
        return jdbc.sql("SELECT number FROM unit WHERE id = :unit")
                .param("unit", flat.id.value())
                .query(String.class)
                .single();
    }

    private ReceiptNumber receipt(Community community, String externalNumber) {
        return new ReceiptNumber(
                jdbc.sql("SELECT number FROM receipt WHERE area_id = :area AND external_number = :number")
                        .param("area", community.id.value())
                        .param("number", externalNumber)
                        .query(String.class)
                        .single());
    }

    boolean reverse(Flat flat) {
        if (flat.receipts.isEmpty()) {
            return false;
        }
        reverse(flat, city.anyOf(List.copyOf(flat.receipts.keySet())));
        return true;
    }

    private void reverse(Flat flat, ReceiptNumber number) {
        reversals.propose(number, "登记错户", city.clerk());
        UUID proposal = jdbc.sql("SELECT v.id FROM receipt_reversal v JOIN receipt r ON r.id = v.receipt_id"
                        + " WHERE r.number = :number AND v.state = 'PROPOSED'")
                .param("number", number.value())
                .query(UUID.class)
                .single();
        reversals.confirm(number, proposal, city.colleague());
        flat.receipts.remove(number);
    }

    boolean adjust(Flat flat) {
        if (flat.bills.isEmpty()) {
            return false;
        }
        YearMonth month = city.anyOf(List.copyOf(flat.bills.keySet()));
        long fen = (city.upTo(2) == 0 ? 1 : -1) * (1L + city.upTo(5_00));
        AdjustmentId id =
                adjustments.propose(new NewAdjustment(flat.id, month, new Money(fen), "面积有误", "实测报告"), city.clerk());
        adjustments.confirm(flat.id, id, city.colleague());
        flat.bills.computeIfPresent(month, (of, bill) -> new Bill(bill.run(), bill.fen() + fen));
        return true;
    }
}
