package org.maintenancefund.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.Operators;
import org.maintenancefund.bank.ABankFile;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.remittance.Remitting;
import org.maintenancefund.collection.remittance.SlipNumber;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.startup.KilledProcess;
import org.maintenancefund.startup.LaunchedApplication;
import org.maintenancefund.test.HttpVisitor;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * 流水导入 and 入账 by processes that are killed while somebody waits for the page that follows the button: nothing of it is there, and
 * pressed once more at the next process it is done once.
 */
class BookingLaunchTests extends KilledProcess {

    private static final int LINES = 60;
    private static final int FLATS = 30;
    private static final String KEEP = "确认导入 " + LINES + " 笔";
    private static final String PASSWORD = "晚风吹过湖面 2026";

    @Autowired
    Operators operators;

    @Autowired
    AFundAccount accounts;

    private final List<UnitId> flats = new ArrayList<>();
    private CollectedArea area;
    private Remitting remitting;

    /** Each flat has paid 22.40. */
    private void received(String name) {
        remitting = Remitting.named(name, world, context);
        area = remitting.area();
        for (int i = 0; i < FLATS; i++) {
            flats.add(area.flat(String.valueOf(101 + i)));
            area.receive(area.payment(flats.get(i), "22.40"));
        }
    }

    // ---- 流水导入

    @Test
    void aStatementKilledTwiceInTheMiddleOfItIsKeptOnce() throws Exception {
        received("断流苑");
        SlipNumber slip = remitting.submitted();
        String clerk = person(MunicipalCentre.REF, Role.MUNICIPAL_STAFF, "林致远", "killed-clerk");
        ABankFile file = file(slip);
        String preview = "/bank/imports/"
                + file.upload(remitting.account(), accounts.clerk(), context).id();

        // The lines are written, and what they bring is on its way to the slip.
        killed("select rs1_0.", (application, other) -> {
            hold(other, slip);
            press(signedIn(application, clerk), preview, KEEP);
        });
        nothingIsKept(slip);

        // All entries but the last are written, and none of their postings.
        killed("INSERT INTO ledger_entry ", (application, other) -> {
            holdNumberOfLastEntry(other);
            press(signedIn(application, clerk), preview, KEEP);
        });
        nothingIsKept(slip);

        try (LaunchedApplication application = started()) {
            HttpVisitor visitor = signedIn(application, clerk);
            Document page = visitor.open(preview);
            assertThat(state(visitor.send(page, KEEP, Map.of()))).isEqualTo("已导入");
            assertThat(visitor.send(page, KEEP, Map.of()).select(".notice").text())
                    .as("pressed once more")
                    .contains("这个文件已导入");
            assertThat(application.printed()).doesNotContain("ERROR");
        }
        assertThat(file.upload(remitting.account(), accounts.clerk(), context).faults())
                .as("the same file once more")
                .extracting(Reason::code)
                .containsExactly("bank.import.known-file");
        assertThat(lines()).isEqualTo(LINES);
        assertThat(entries()).isEqualTo(LINES);
        assertThat(postings()).isEqualTo(2 * LINES);
        assertThat(arrivals(slip)).isEqualTo(1);
        assertThat(remitting.state("remittance_slip", slip.value())).isEqualTo("ARRIVED");
        everythingHolds();
    }

    /** The slip's money, and interest day by day. */
    private ABankFile file(SlipNumber slip) {
        ABankFile file = ABankFile.of(accountNumber(), "0.00")
                .in(area.today(), remitting.amount(slip), "安居物业公司", "32050161513600000188", slip.value());
        for (int i = 1; i < LINES; i++) {
            file.in(area.today(), "0.01", "", "", "结息");
        }
        return file;
    }

    private String accountNumber() {
        return jdbc.sql("SELECT number FROM fund_account WHERE id = :id")
                .param("id", remitting.account().value())
                .query(String.class)
                .single();
    }

    /** Not its key, which what refers to it needs. */
    private static void hold(Connection other, SlipNumber slip) throws SQLException {
        try (PreparedStatement select =
                other.prepareStatement("SELECT FROM remittance_slip WHERE number = ? FOR NO KEY UPDATE")) {
            select.setString(1, slip.value());
            select.executeQuery();
        }
    }

    /** Whoever writes the last entry of the statement waits for what becomes of the one that has its number. */
    private void holdNumberOfLastEntry(Connection other) throws SQLException {
        YearMonth month = area.thisMonth();
        int last = jdbc.sql("SELECT coalesce(max(last), 0) FROM ledger_counter WHERE period = :month")
                .param("month", month.atDay(1))
                .query(Integer.class)
                .single();
        try (PreparedStatement entry = other.prepareStatement(
                "INSERT INTO ledger_entry (id, number, account_id, kind, day, period, reference, note, postings, maker,"
                        + " maker_name, posted_at) SELECT gen_random_uuid(), ?, ?, 'BANK_LINE', ?, ?, '凭据', '', 2,"
                        + " gen_random_uuid(), '何对账', now()")) {
            entry.setString(1, "FL" + month.toString().replace("-", "") + "-%06d".formatted(last + LINES));
            entry.setObject(2, remitting.account().value());
            entry.setObject(3, area.today());
            entry.setObject(4, month.atDay(1));
            entry.executeUpdate();
        }
    }

    private void nothingIsKept(SlipNumber slip) {
        assertThat(lines()).isZero();
        assertThat(entries()).isZero();
        assertThat(postings()).isZero();
        assertThat(arrivals(slip)).isZero();
        assertThat(remitting.state("remittance_slip", slip.value())).isEqualTo("SUBMITTED");
        assertThat(count(
                        "bank_import WHERE account_id = :of AND state <> 'READ'",
                        remitting.account().value()))
                .isZero();
    }

    // ---- 入账

    @Test
    void aBookingKilledTwiceInTheMiddleOfItIsBookedOnce() throws Exception {
        received("断账苑");
        SlipNumber slip = remitting.arrived();
        String district = person(
                new OrgRef(OrgType.DISTRICT_CENTRE, world.district().id().value()),
                Role.DISTRICT_STAFF,
                "陈晓梅",
                "killed-district");

        for (int time = 1; time <= 2; time++) {
            // The entry and its postings are written, and all households but the last have their money.
            killed("INSERT INTO ledger_posting ", (application, other) -> {
                holdLastHousehold(other);
                press(signedIn(application, district), "/collection/slips/" + slip, button(slip));
            });
            assertThat(entries()).isZero();
            assertThat(postings()).isZero();
            assertThat(remitting.booked()).isEqualTo("0.00");
            assertThat(remitting.state("remittance_slip", slip.value())).isEqualTo("ARRIVED");
        }

        try (LaunchedApplication application = started()) {
            HttpVisitor visitor = signedIn(application, district);
            assertThat(state(visitor.send(visitor.open("/collection/slips/" + slip), button(slip), Map.of())))
                    .isEqualTo("已入账");
            assertThat(application.printed()).doesNotContain("ERROR");
        }
        assertThatExceptionOfType(Refusal.class).as("once more").isThrownBy(() -> remitting.book(slip));
        assertThat(entries()).isEqualTo(1);
        assertThat(postings()).isEqualTo(1 + FLATS);
        assertThat(remitting.booked()).isEqualTo(remitting.amount(slip));
        everythingHolds();
    }

    private String button(SlipNumber slip) {
        return "确认入账 " + remitting.amount(slip) + " 元";
    }

    /** Whoever books the last household waits for what becomes of its first balance. */
    private void holdLastHousehold(Connection other) throws SQLException {
        try (PreparedStatement balance = other.prepareStatement(
                "INSERT INTO household_balance SELECT id, ?, 0 FROM unit WHERE area_id = ? ORDER BY id DESC LIMIT 1")) {
            balance.setObject(1, remitting.account().value());
            balance.setObject(2, area.id().value());
            assertThat(balance.executeUpdate()).isEqualTo(1);
        }
    }

    // ---- both

    /** The answer never comes. */
    private static void press(HttpVisitor visitor, String path, String button) {
        Document page = visitor.open(path);
        CompletableFuture.runAsync(() -> visitor.send(page, button, Map.of()));
    }

    /** The state in the head of a record's page. */
    private static String state(Document page) {
        return page.select(".identity-bar .tag").text();
    }

    private static HttpVisitor signedIn(LaunchedApplication application, String username) throws Exception {
        return HttpVisitor.signedIn(URI.create(application.whenServed()).getPort(), username, PASSWORD);
    }

    private String person(OrgRef organisation, Role role, String name, String username) {
        IssuedAccount account = world.account(organisation, role, name, "13900008814", username);
        assertThat(operators.activate(account.username(), account.activationCode(), PASSWORD))
                .isTrue();
        return username;
    }

    private long lines() {
        return count("bank_line WHERE account_id = :of", remitting.account().value());
    }

    private long entries() {
        return count("ledger_entry WHERE account_id = :of", remitting.account().value());
    }

    private long postings() {
        return count(
                "ledger_posting p JOIN ledger_entry e ON e.id = p.entry_id WHERE e.account_id = :of",
                remitting.account().value());
    }

    private long arrivals(SlipNumber slip) {
        return count(
                "remittance_arrival WHERE slip_id = :of", remitting.id(slip).value());
    }
}
