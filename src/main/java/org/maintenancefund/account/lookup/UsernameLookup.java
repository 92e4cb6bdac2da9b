package org.maintenancefund.account.lookup;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.account.PasswordSource;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.organisation.Organisations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the user names of an organisation for somebody who knows its full name and a mobile on record, the contact's or an
 * operator's. Unknown and wrong are the same empty answer to the same statement, so that they take the same time too.
 */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class UsernameLookup {

    /** The kinds offered, in the order of the page. */
    static final List<OrgType> KINDS = List.of(OrgType.COMMITTEE, OrgType.OFFICE, OrgType.ENTERPRISE);

    /** Reads one of them. */
    static Checked<OrgType> kind(@Nullable String typed) {
        return KINDS.stream()
                .filter(kind -> kind.name().equals(typed))
                .findFirst()
                .map(Checked::ok)
                .orElseGet(() -> Checked.refused("account.lookup.type.missing"));
    }

    private final JdbcClient jdbc;

    /**
     * A person of the organisation with an account in use: 王*国 wangjg.
     *
     * @param person their name, masked
     * @param shared whether the password is the 物业管理信息系统's
     */
    record Found(String person, String username, boolean shared) {}

    /** The people of the organisation; empty where nothing fits. The name may be written in any way. */
    List<Found> find(OrgType type, String name, MobileNumber mobile) {
        return jdbc.sql("SELECT o.person_name, o.username, o.password_source FROM operator o"
                        + " JOIN organisation c ON c.type = o.org_type AND c.id = o.org_id"
                        + " WHERE c.type = :type AND c.name_key = :key AND o.state <> 'DISABLED'"
                        + " AND (c.contact_mobile = :mobile OR EXISTS (SELECT FROM operator p"
                        + " WHERE p.org_type = c.type AND p.org_id = c.id AND p.mobile = :mobile"
                        + " AND p.state <> 'DISABLED')) ORDER BY c.id, o.created_at, o.username")
                .param("type", type.name())
                .param("key", Organisations.nameKey(name))
                .param("mobile", mobile.toString())
                .query((row, i) -> new Found(
                        new PersonName(row.getString(1)).masked(),
                        row.getString(2),
                        PasswordSource.valueOf(row.getString(3)) == PasswordSource.DIRECTORY))
                .list();
    }
}
