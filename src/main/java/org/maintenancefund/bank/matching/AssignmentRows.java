package org.maintenancefund.bank.matching;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.bank.statement.BankLineState;
import org.maintenancefund.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what lines are taken for. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class AssignmentRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    void propose(UUID line, NewAssignment told, List<SlipShare> shares, CurrentUser by) {
        UUID id = Ids.next();
        jdbc.sql(
                        "INSERT INTO bank_assignment (id, line_id, kind, basis, state, unit_id, months, returns_line_id, note, proposed_at,"
                                + " proposed_by, proposed_by_name) VALUES (:id, :line, :kind, 'PERSON', 'PROPOSED', :unit, CAST(:months AS date[]), :returns, :note,"
                                + " :now, :by, :byName)")
                .param("id", id)
                .param("line", line)
                .param("kind", told.kind().name())
                .param(
                        "unit",
                        told.kind() == BankLineKind.OWNER_PAYMENT && told.unit() != null
                                ? told.unit().value()
                                : null,
                        Types.OTHER)
                .param(
                        "months",
                        told.months().stream()
                                .map(month -> month.atDay(1).toString())
                                .toArray(String[]::new))
                .param("returns", told.kind() == BankLineKind.RETURNED ? told.returnsLine() : null, Types.OTHER)
                .param("note", told.note())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.operatorId().value())
                .param("byName", by.personName())
                .update();
        for (SlipShare share : shares) {
            jdbc.sql("INSERT INTO bank_assignment_slip (assignment_id, slip_id, amount) VALUES (:id, :slip, :amount)")
                    .param("id", id)
                    .param("slip", share.slip().value())
                    .param("amount", share.amount().fen())
                    .update();
        }
        if (!told.households().isEmpty()) {
            jdbc.sql("INSERT INTO bank_assignment_unit (assignment_id, unit_id, amount)"
                            + " SELECT :id, t.unit_id, t.amount FROM unnest(:units, :amounts) AS t(unit_id, amount)")
                    .param("id", id)
                    .param(
                            "units",
                            told.households().stream()
                                    .map(share -> share.unit().value())
                                    .toArray(UUID[]::new))
                    .param(
                            "amounts",
                            told.households().stream()
                                    .map(share -> share.amount().fen())
                                    .toArray(Long[]::new))
                    .update();
        }
        mark(line, told.kind(), BankLineState.PROPOSED);
    }

    void mark(UUID line, BankLineKind kind, BankLineState state) {
        jdbc.sql("UPDATE bank_line SET kind = :kind, state = :state WHERE id = :line")
                .param("kind", kind.name())
                .param("state", state.name())
                .param("line", line)
                .update();
    }

    void decide(Assignment proposal, AssignmentState decision, CurrentUser by) {
        require(proposal, decision);
        jdbc.sql(
                        "UPDATE bank_assignment SET state = :state, decided_at = :now, decided_by = :by, decided_by_name = :byName"
                                + " WHERE id = :id")
                .param("state", decision.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.operatorId().value())
                .param("byName", by.personName())
                .param("id", proposal.id())
                .update();
    }

    void undo(Assignment confirmed, String reason, CurrentUser by) {
        require(confirmed, AssignmentState.UNDONE);
        jdbc.sql(
                        "UPDATE bank_assignment SET state = 'UNDONE', undone_at = :now, undone_by = :by, undone_by_name = :byName,"
                                + " undone_reason = :reason WHERE id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.operatorId().value())
                .param("byName", by.personName())
                .param("reason", reason)
                .param("id", confirmed.id())
                .update();
    }

    /** 申请撤销 of what is booked. */
    void askUndo(UUID assignment, String reason, CurrentUser by) {
        jdbc.sql("UPDATE bank_assignment SET undo_asked_at = :now, undo_asked_by = :by, undo_asked_by_name = :byName,"
                        + " undo_asked_reason = :reason WHERE id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.operatorId().value())
                .param("byName", by.personName())
                .param("reason", reason)
                .param("id", assignment)
                .update();
    }

    /** Nobody asks for it any more. */
    void dropUndo(UUID assignment) {
        jdbc.sql("UPDATE bank_assignment SET undo_asked_at = NULL, undo_asked_by = NULL, undo_asked_by_name = NULL,"
                        + " undo_asked_reason = NULL WHERE id = :id")
                .param("id", assignment)
                .update();
    }

    private static void require(Assignment assignment, AssignmentState next) {
        if (!assignment.state().mayBecome(next)) {
            throw new IllegalStateException(assignment.state() + " doesn't become " + next);
        }
    }

    void booked(UUID assignment, String entry) {
        jdbc.sql("UPDATE bank_assignment SET entry = :entry WHERE id = :id")
                .param("entry", entry)
                .param("id", assignment)
                .update();
    }

    /** Who pays from that account: known the next time. */
    void learn(Assignment confirmed, String account, String name) {
        jdbc.sql("INSERT INTO payer_account (company_id, number, name, learned_at)"
                        + " SELECT DISTINCT s.enterprise_id, :number, :name, CAST(:now AS timestamptz) FROM bank_assignment_slip x"
                        + " JOIN remittance_slip_named s ON s.id = x.slip_id WHERE x.assignment_id = :id"
                        + " ON CONFLICT ON CONSTRAINT pk_payer_account DO NOTHING")
                .param("number", account)
                .param("name", name)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", confirmed.id())
                .update();
    }
}
