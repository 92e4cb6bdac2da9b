package org.maintenancefund.collection.remittance;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.RunningNumbers;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.billing.Bills;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.remittance.RemittanceRights.Holder;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 缴存申报: one person declares what the company has received in an area up to a day, another one confirms it. Locks are taken in the
 * order areas, bills of the area (alone: no receipt of it comes or changes meanwhile), declaration. So of two who declare the same
 * receipts at once the second finds none.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class DeclarationService {

    private final DeclarationRepository declarations;
    private final DeclaredReceipts receipts;
    private final RemittanceRights rights;
    private final PropertyAreas areas;
    private final Bills bills;
    private final RunningNumbers numbers;
    private final AdvisoryLocks locks;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** How many receipts and how much the person saw. */
    public record Shown(int receipts, Money amount) {}

    /**
     * Declares all receipts of the area up to a day that are not left out.
     *
     * @param shown what the person saw; another one is not declared
     * @throws NotFound where the person declares nothing there
     * @throws Refusal  for a day to come, where there is nothing to declare, or something else than was shown
     */
    public DeclarationNumber declare(AreaId id, LocalDate upTo, Shown shown, CurrentUser user) {
        locks.lockShared(Purpose.AREAS);
        Holder holder = rights.holder(id, user);
        LocalDate today = LocalDate.now(clock);
        if (upTo.isAfter(today)) {
            throw Refusal.because("remittance.declaration.future", upTo);
        }
        bills.lockAll(holder.area().id());
        DeclaredReceipts.Figures figures = receipts.figures(holder, upTo);
        if (figures.receipts() == 0) {
            throw Refusal.because(
                    "remittance.declaration.nothing", holder.area().name(), upTo);
        }
        requireShown(shown, figures.receipts(), figures.amount());
        UUID declared = Ids.next();
        DeclaredReceipts.Sum sum = receipts.take(declared, holder, upTo);
        // Once more: a reversal that was waited for may have taken one away.
        requireShown(shown, sum.receipts(), sum.amount());
        DeclarationNumber number = new DeclarationNumber(
                numbers.next(DeclarationNumber.PREFIX, today).value());
        Declaration declaration = Declaration.proposed(
                declared,
                number,
                holder,
                upTo,
                sum,
                new DeclaredReceipts.LeftOut(figures.leftOut(), figures.leftOutAmount()),
                user,
                clock.instant());
        declarations.saveAndFlush(declaration);
        trail.record(event("RECEIPTS_DECLARED", declaration, holder.area())
                .change("upTo", null, upTo)
                .change("receipts", null, sum.receipts())
                .change("total", null, sum.amount())
                .change("leftOut", null, figures.leftOut() == 0 ? null : figures.leftOut()));
        return number;
    }

    private static void requireShown(Shown shown, int receipts, Money amount) {
        if (!shown.equals(new Shown(receipts, amount))) {
            throw Refusal.because("remittance.declaration.changed", receipts, amount);
        }
    }

    /**
     * Confirms what another person declared.
     *
     * @param seen the version that the person saw
     * @throws StaleVersion where somebody changed it since
     * @throws Refusal      where the same person declared it, or it is decided already
     */
    public void confirm(DeclarationNumber number, int seen, CurrentUser user) {
        Declaration declaration = lock(number, seen, user);
        declaration.confirm(user, clock.instant());
        declarations.flush();
        trail.record(event("DECLARATION_CONFIRMED", declaration, areas.get(declaration.area())));
    }

    /**
     * 撤回: its receipts can be declared again.
     *
     * @throws Refusal where it is in a slip, or taken back already
     */
    public void takeBack(DeclarationNumber number, int seen, String reason, CurrentUser user) {
        locks.lockShared(Purpose.AREAS);
        bills.lockAll(areaOf(number));
        Declaration declaration = lock(number, seen, user);
        declaration.takeBack(reason, user, clock.instant());
        declarations.flush();
        receipts.release(declaration.id());
        trail.record(event("DECLARATION_TAKEN_BACK", declaration, areas.get(declaration.area()))
                .change("receipts", declaration.receipts(), null)
                .change("total", declaration.amount(), null)
                .change("reason", null, reason));
    }

    /** Leaves a receipt out of declarations, with a word, until it is taken in again. Left out twice, the last word stays. */
    public void leaveOut(AreaId id, ReceiptNumber number, String reason, CurrentUser user) {
        Holder holder = lockShared(id, user);
        int left = jdbc.sql(
                        "INSERT INTO receipt_withheld AS w (receipt_id, reason, withheld_by, withheld_by_name, withheld_at)"
                                + " SELECT r.id, :reason, :person, :name, CAST(:now AS timestamptz) FROM receipt r WHERE r.number = :number AND "
                                + DeclaredReceipts.UNDECLARED
                                + " ON CONFLICT ON CONSTRAINT pk_receipt_withheld DO UPDATE SET reason = EXCLUDED.reason,"
                                + " withheld_by = EXCLUDED.withheld_by, withheld_by_name = EXCLUDED.withheld_by_name,"
                                + " withheld_at = EXCLUDED.withheld_at")
                .param("number", number.value())
                .param("area", holder.area().id().value())
                .param("enterprise", holder.enterprise().value())
                .param("up_to", LocalDate.now(clock))
                .param("reason", reason)
                .param("person", user.operatorId().value())
                .param("name", user.personName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (left == 0) {
            throw Refusal.because("remittance.declaration.receipt-gone", number);
        }
        trail.record(AuditEvent.of("RECEIPT_LEFT_OUT")
                .on("receipt", number, holder.area().name())
                .change("reason", null, reason));
    }

    /** Takes a receipt in again that was left out. */
    public void takeIn(AreaId id, ReceiptNumber number, CurrentUser user) {
        Holder holder = lockShared(id, user);
        int taken = jdbc.sql(
                        "DELETE FROM receipt_withheld w USING receipt r WHERE r.id = w.receipt_id AND r.number = :number"
                                + " AND r.area_id = :area AND r.enterprise_id = :enterprise")
                .param("number", number.value())
                .param("area", holder.area().id().value())
                .param("enterprise", holder.enterprise().value())
                .update();
        if (taken > 0) {
            trail.record(AuditEvent.of("RECEIPT_TAKEN_IN")
                    .on("receipt", number, holder.area().name()));
        }
    }

    private Holder lockShared(AreaId id, CurrentUser user) {
        locks.lockShared(Purpose.AREAS);
        Holder holder = rights.holder(id, user);
        locks.lockShared(Purpose.BILLING, holder.area().id().toString());
        return holder;
    }

    private Declaration lock(DeclarationNumber number, int seen, CurrentUser user) {
        Declaration declaration = declarations
                .lock(number)
                .filter(found -> rights.declares(found.area(), found.enterpriseId(), user))
                .orElseThrow(() -> new NotFound("declaration " + number));
        if (declaration.version() != seen) {
            throw new StaleVersion(number);
        }
        return declaration;
    }

    /** Known before anything is locked, since locks are taken in one order; no area goes into another one meanwhile. */
    private AreaId areaOf(DeclarationNumber number) {
        return jdbc.sql("SELECT area_id FROM declaration WHERE number = :number")
                .param("number", number.value())
                .query((row, i) -> new AreaId(row.getObject(1, UUID.class)))
                .optional()
                .orElseThrow(() -> new NotFound("declaration " + number));
    }

    private static AuditEvent event(String action, Declaration declaration, AreaView area) {
        return AuditEvent.of(action).on("declaration", declaration.number(), area.name());
    }
}
