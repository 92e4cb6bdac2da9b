package org.maintenancefund.collection;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.bank.statement.BankLineState;
import org.maintenancefund.collection.RandomCity.Community;
import org.maintenancefund.collection.RandomCity.Flat;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.remittance.DeclarationNumber;
import org.maintenancefund.collection.remittance.DeclarationState;
import org.maintenancefund.collection.remittance.SlipNumber;
import org.maintenancefund.collection.remittance.SlipState;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.ledger.FundAccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the model knows of the money of a {@link RandomCity} on its way to the households: declarations, slips, lines of the bank. */
final class RandomRemittance {

    static final String NUMBER = "62270000886001";

    final RandomCity city;
    final FundAccountId account;
    final RandomBooks books = new RandomBooks();
    final Map<ReceiptNumber, LocalDate> days = new HashMap<>();
    final Set<ReceiptNumber> leftOut = new HashSet<>();
    final List<Declared> declarations = new ArrayList<>();
    final List<Slip> slips = new ArrayList<>();
    final List<Line> lines = new ArrayList<>();

    /** What has come about on the way and is worth a test. */
    final Set<Event> seen = EnumSet.noneOf(Event.class);

    /** Of the municipal centre, and of the district. */
    final CurrentUser clerk;

    final CurrentUser colleague;
    final CurrentUser district;
    private final JdbcClient jdbc;

    enum Event {
        TWO_SLIPS_IN_ONE_TRANSFER,
        A_SLIP_IN_TWO_TRANSFERS,
        A_PROPOSAL_THAT_HOLDS_NO_MORE,
        THE_SAME_FILE_AGAIN,
        SENT_BACK_AFTER_IT_WAS_BOOKED,
        SENT_AND_BOOKED_AGAIN,
        REVERSED_BY_THE_DISTRICT,
        A_HOUSEHOLD_PAID_ITSELF,
        PAID_ITSELF_AND_SENT_BACK,
        FIRST_DEPOSITS_BOOKED,
        BOOKED_AND_UNDONE_BY_TWO,
        A_CLOSING_GIVEN_UP,
        A_DIFFERENCE_CARRIED_OVER,
        TWO_MONTHS_CLOSED
    }

    record Paid(Flat flat, long fen) {}

    static final class Declared {

        final DeclarationNumber number;
        final Map<ReceiptNumber, Paid> receipts;

        /** Those that were reversed after they were booked. */
        final Set<ReceiptNumber> reversed = new HashSet<>();

        DeclarationState state = DeclarationState.PROPOSED;

        @Nullable
        Slip slip;

        Declared(DeclarationNumber number, Map<ReceiptNumber, Paid> receipts) {
            this.number = number;
            this.receipts = receipts;
        }

        boolean isFree() {
            return state == DeclarationState.CONFIRMED && slip == null;
        }

        long fen() {
            return receipts.values().stream().mapToLong(Paid::fen).sum();
        }
    }

    static final class Slip {

        final SlipNumber number;
        List<Declared> declarations = List.of();
        long fen;
        long arrived;
        SlipState state = SlipState.DRAFT;

        Slip(SlipNumber number) {
            this.number = number;
        }

        /** Its declarations, and what they come to from then on. */
        void hold(List<Declared> chosen) {
            declarations.forEach(declared -> declared.slip = null);
            chosen.forEach(declared -> declared.slip = this);
            declarations = List.copyOf(chosen);
            fen = chosen.stream().mapToLong(Declared::fen).sum();
        }

        /** What is voided holds none any more; what it came to stays written on it. */
        void discard() {
            declarations.forEach(declared -> declared.slip = null);
            declarations = List.of();
            state = SlipState.VOIDED;
        }

        long open() {
            return fen - arrived;
        }

        boolean isInParts() {
            return arrived > 0 && arrived < fen;
        }

        void arrive(long more) {
            arrived += more;
            state = arrived == 0 ? SlipState.SUBMITTED : arrived == fen ? SlipState.ARRIVED : SlipState.PARTLY_ARRIVED;
        }
    }

    /** A line of the bank: what it says, what it truly is, and what it was taken for. */
    static final class Line {

        final LocalDate day;
        final long fen;
        final String other;
        final String text;
        final BankLineKind meant;
        final List<Slip> named;
        final @Nullable Flat owner;
        final @Nullable Line returns;
        UUID id = new UUID(0, 0);
        BankLineKind kind = BankLineKind.PENDING;
        BankLineState state = BankLineState.OPEN;
        Map<Slip, Long> shares = Map.of();

        /** Whom 首期归集 comes to. */
        Map<Flat, Long> households = Map.of();

        Line(LocalDate day, RandomTransfer told) {
            this.day = day;
            fen = told.fen();
            other = told.other();
            text = told.text();
            meant = told.meant();
            named = told.named();
            owner = told.owner();
            returns = told.returns();
        }

        void become(BankLineKind what, BankLineState how) {
            kind = what;
            state = how;
            shares = what == BankLineKind.REMITTANCE ? shares : Map.of();
        }
    }

    RandomRemittance(RandomCity city, FundAccountId account, CurrentUser district) {
        this.city = city;
        this.account = account;
        this.district = district;
        clerk = city.get(AFundAccount.class).clerk();
        colleague = city.get(AFundAccount.class).colleague();
        jdbc = city.get(JdbcClient.class);
    }

    /** What was received since is of today. */
    boolean notePayments() {
        city.flats().forEach(flat -> flat.receipts.keySet().forEach(number -> days.putIfAbsent(number, city.today())));
        return true;
    }

    /** The live declaration that a receipt is in. */
    Optional<Declared> declared(ReceiptNumber number) {
        return declarations.stream()
                .filter(each -> each.state != DeclarationState.TAKEN_BACK && each.receipts.containsKey(number))
                .findFirst();
    }

    /** What can be declared of a community up to a day. */
    Map<ReceiptNumber, Paid> undeclared(Community community, LocalDate upTo) {
        Map<ReceiptNumber, Paid> found = new LinkedHashMap<>();
        community.flats.forEach(flat -> flat.receipts.forEach((number, fen) -> {
            if (!leftOut.contains(number)
                    && !days.getOrDefault(number, LocalDate.MIN).isAfter(upTo)
                    && declared(number).isEmpty()) {
                found.put(number, new Paid(flat, fen));
            }
        }));
        return found;
    }

    /** One of them, whichever; empty where there is none. */
    <T> Optional<T> any(List<T> some, Predicate<T> which) {
        List<T> found = some.stream().filter(which).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(city.anyOf(found));
    }

    int version(String table, Object number) {
        return jdbc.sql("SELECT version FROM " + table + " WHERE number = :number")
                .param("number", number.toString())
                .query(Integer.class)
                .single();
    }

    static void refused(ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act);
    }
}
