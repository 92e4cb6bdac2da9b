package org.maintenancefund.billing.mandate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.billing.MandateEnd;
import org.maintenancefund.billing.MandateId;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.office.OfficeId;

/** Reads mandates {@code m} from rows. */
public final class MandateRows {

    /** What {@link #read} takes. */
    public static final String COLUMNS =
            "m.id, m.area_id, m.committee_id, m.enterprise_id, m.office_id, m.association_id,"
                    + " m.valid_from, m.valid_to, m.granted_to, m.end_reason";

    private MandateRows() {}

    public static Mandate read(ResultSet row, int number) throws SQLException {
        UUID office = row.getObject("office_id", UUID.class);
        String endReason = row.getString("end_reason");
        return new Mandate(
                new MandateId(row.getObject("id", UUID.class)),
                new AreaId(row.getObject("area_id", UUID.class)),
                new CommitteeId(row.getObject("committee_id", UUID.class)),
                new EnterpriseId(row.getObject("enterprise_id", UUID.class)),
                office == null ? null : new OfficeId(office),
                new AssociationId(row.getObject("association_id", UUID.class)),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getObject("granted_to", LocalDate.class),
                endReason == null ? null : MandateEnd.valueOf(endReason));
    }
}
