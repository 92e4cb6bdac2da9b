package org.maintenancefund.billing.run;

import java.util.List;
import org.maintenancefund.invariant.Invariant;
import org.maintenancefund.invariant.InvariantSource;
import org.springframework.stereotype.Component;

/** What must hold of mandates, runs and bills beyond their constraints. */
@Component
class BillingInvariants implements InvariantSource {

    @Override
    public List<Invariant> invariants() {
        return List.of(
                new Invariant(
                        "mandate-within-association",
                        "SELECT m.id, m.validity FROM collection_mandate m WHERE NOT isempty(m.validity)"
                                + " AND NOT EXISTS (SELECT FROM area_managed a WHERE a.area_id = m.area_id"
                                + " AND a.manager_id = coalesce(m.office_id, m.enterprise_id)"
                                + " AND a.effective @> m.validity)"),
                new Invariant(
                        "mandate-one-per-day",
                        "SELECT m.id, m.area_id FROM collection_mandate m JOIN collection_mandate o ON o.area_id = m.area_id"
                                + " AND o.id > m.id AND o.validity && m.validity"),
                new Invariant(
                        "bill-formula",
                        "SELECT b.unit_id, b.period, b.amount FROM bill b"
                                + " WHERE b.amount <> (b.floor_area * b.rate + 5000) / 10000"),
                new Invariant(
                        "bill-paid-within",
                        "SELECT b.unit_id, b.period, b.allocated FROM bill b"
                                + " WHERE b.allocated NOT BETWEEN 0 AND b.amount + b.adjusted"),
                new Invariant(
                        "billing-two-people",
                        "SELECT r.id FROM billing_run r WHERE r.confirmed_by = r.proposed_by"
                                + " UNION ALL SELECT a.id FROM bill_adjustment a WHERE a.decided_by = a.proposed_by"),
                new Invariant(
                        "run-figures",
                        "SELECT r.id, r.bills, r.total FROM billing_run r"
                                + " LEFT JOIN (SELECT b.run_id, count(*) AS bills, sum(b.amount) AS total FROM bill b GROUP BY b.run_id) made"
                                + " ON made.run_id = r.id WHERE (CASE WHEN r.state = 'BILLED' THEN r.bills ELSE 0 END,"
                                + " CASE WHEN r.state = 'BILLED' THEN r.total ELSE 0 END)"
                                + " IS DISTINCT FROM (coalesce(made.bills, 0), coalesce(made.total, 0))"),
                new Invariant(
                        "bill-facts",
                        "SELECT b.unit_id, b.period FROM bill b LEFT JOIN (SELECT f.unit_id, min(f.valid_from) AS since FROM unit_fact f"
                                + " GROUP BY f.unit_id) told ON told.unit_id = b.unit_id"
                                + " WHERE told.since IS NULL OR told.since > b.period"),
                new Invariant(
                        "bill-refers",
                        "SELECT b.unit_id, b.period FROM bill b WHERE NOT EXISTS (SELECT FROM billing_run r"
                                + " WHERE r.id = b.run_id AND r.area_id = b.area_id AND r.period = b.period)"
                                + " OR NOT EXISTS (SELECT FROM charge_standard s WHERE s.id = b.standard_id)"),
                new Invariant(
                        "bill-adjusted",
                        "SELECT b.unit_id, b.period, b.adjusted FROM bill b"
                                + " LEFT JOIN (SELECT a.run_id, a.unit_id, a.period, sum(a.amount) AS adjusted FROM bill_adjustment a"
                                + " WHERE a.state = 'CONFIRMED' GROUP BY a.run_id, a.unit_id, a.period) told"
                                + " ON told.run_id = b.run_id AND told.unit_id = b.unit_id AND told.period = b.period"
                                + " WHERE b.adjusted <> coalesce(told.adjusted, 0)"));
    }
}
