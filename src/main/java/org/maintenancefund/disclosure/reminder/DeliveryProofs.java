package org.maintenancefund.disclosure.reminder;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.attachment.AttachmentAccess;
import org.maintenancefund.attachment.AttachmentId;
import org.maintenancefund.attachment.AttachmentReferences;
import org.maintenancefund.kernel.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Scans that prove deliveries: seen by whoever sees the reminders. */
@Component
@RequiredArgsConstructor
class DeliveryProofs implements AttachmentAccess, AttachmentReferences {

    private final ReminderRegister reminders;
    private final JdbcClient jdbc;

    @Override
    @Transactional(readOnly = true)
    public boolean mayView(AttachmentId file, @Nullable CurrentUser user, HttpServletRequest request) {
        if (user == null || user.restricted() || !Page.REMINDERS.isOpenTo(user.role())) {
            return false;
        }
        List<String> batches = jdbc.sql("SELECT DISTINCT d.batch FROM reminder_delivery d WHERE d.proof = :file")
                .param("file", file.value())
                .query(String.class)
                .list();
        return batches.stream().anyMatch(batch -> sees(new ReminderNumber(batch), user));
    }

    private boolean sees(ReminderNumber batch, CurrentUser user) {
        try {
            reminders.get(batch, user);
            return true;
        } catch (NotFound notTheirs) {
            return false;
        }
    }

    @Override
    public Set<AttachmentId> inUse(Collection<AttachmentId> candidates) {
        return candidates.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("SELECT DISTINCT d.proof FROM reminder_delivery d WHERE d.proof = ANY (:ids)")
                        .param(
                                "ids",
                                candidates.stream().map(AttachmentId::value).toArray(UUID[]::new))
                        .query((row, i) -> new AttachmentId(row.getObject(1, UUID.class)))
                        .list());
    }
}
