package org.maintenancefund.collection.remittance;

import lombok.RequiredArgsConstructor;
import org.maintenancefund.difference.DifferenceKind;
import org.maintenancefund.difference.DifferenceLimits;
import org.maintenancefund.difference.DifferenceSource;
import org.springframework.stereotype.Component;

/** Slips whose money has not arrived, or not all of it, since they were handed in: after some days a difference. */
@Component
@RequiredArgsConstructor
class LateSlips implements DifferenceSource {

    private final DifferenceLimits limits;

    @Override
    public DifferenceKind kind() {
        return DifferenceKind.SLIP_NOT_ARRIVED;
    }

    @Override
    public String sql() {
        return "SELECT s.number AS reference, s.number AS subject, s.account_id, NULL::uuid AS area_id,"
                + " s.enterprise_id AS company_id, s.district_id, s.amount - s.arrived AS amount, s.submitted_on AS day,"
                + " '/collection/slips/' || s.number AS link FROM remittance_slip s"
                + " WHERE s.state IN ('SUBMITTED', 'PARTLY_ARRIVED') AND s.submitted_on <= :until";
    }

    @Override
    public int patience() {
        return limits.slipPatience();
    }
}
