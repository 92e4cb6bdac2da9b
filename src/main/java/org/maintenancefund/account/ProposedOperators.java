package org.maintenancefund.account;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.kernel.MobileNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The people whom organisations named for user names, kept so that they can be created later too. */
@Service
@RequiredArgsConstructor
public class ProposedOperators {

    private final JdbcClient jdbc;

    /** Keeps whom a new organisation names, in the transaction that enters it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(OrgRef organisation, List<ProposedOperator> people) {
        for (int position = 0; position < people.size(); position++) {
            jdbc.sql("INSERT INTO proposed_operator (organisation_id, position, name, mobile)"
                            + " VALUES (:organisation, :position, :name, :mobile)")
                    .param("organisation", organisation.id())
                    .param("position", position)
                    .param("name", people.get(position).name())
                    .param("mobile", people.get(position).mobile().toString())
                    .update();
        }
    }

    @Transactional(readOnly = true)
    public List<ProposedOperator> of(OrgRef organisation) {
        return jdbc.sql(
                        "SELECT name, mobile FROM proposed_operator WHERE organisation_id = :organisation ORDER BY position")
                .param("organisation", organisation.id())
                .query((row, i) -> new ProposedOperator(row.getString(1), new MobileNumber(row.getString(2))))
                .list();
    }
}
