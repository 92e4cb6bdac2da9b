package org.maintenancefund.application.domain;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.DraftFiles;
import org.maintenancefund.application.DraftOwners;
import org.maintenancefund.attachment.AttachmentAccess;
import org.maintenancefund.attachment.AttachmentId;
import org.maintenancefund.attachment.AttachmentReferences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the scans that a draft or a round of an application refers to, and knows who sees them: the district in charge, the
 * organisation that applied, and while it is a draft who uploaded it.
 */
@Component
@RequiredArgsConstructor
class ApplicationFiles implements AttachmentAccess, AttachmentReferences {

    private final JdbcClient jdbc;
    private final DraftFiles drafts;
    private final DraftOwners owners;

    @Override
    @Transactional(readOnly = true)
    public boolean mayView(AttachmentId file, @Nullable CurrentUser user, HttpServletRequest request) {
        boolean own = Stream.of(owners.find(request, user), owners.findBrowser(request))
                .flatMap(Optional::stream)
                .distinct()
                .anyMatch(owner -> drafts.has(owner, file));
        return own || (user != null && ofOwnDistrictOrOrganisation(file, user));
    }

    private boolean ofOwnDistrictOrOrganisation(AttachmentId file, CurrentUser user) {
        DistrictId district = user.is(Role.DISTRICT_STAFF) ? user.district() : null;
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM application_file f JOIN application a USING (number)"
                        + " WHERE f.attachment_id = :file AND (a.district_id = CAST(:district AS uuid)"
                        + " OR (a.applicant_type = :type AND a.applicant_id = :id)))")
                .param("file", file.value())
                .param("district", district == null ? null : district.value())
                .param("type", user.organisation().type().name())
                .param("id", user.organisation().id())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Set<AttachmentId> inUse(Collection<AttachmentId> candidates) {
        if (candidates.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc
                .sql("SELECT attachment_id FROM application_file WHERE attachment_id IN (:ids)"
                        + " UNION SELECT attachment_id FROM application_draft_file WHERE attachment_id IN (:ids)")
                .param("ids", candidates.stream().map(AttachmentId::value).toList())
                .query(UUID.class)
                .list()
                .stream()
                .map(AttachmentId::new)
                .toList());
    }
}
