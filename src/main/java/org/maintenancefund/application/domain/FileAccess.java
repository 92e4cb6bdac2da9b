package org.maintenancefund.application.domain;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.DraftFiles;
import org.maintenancefund.application.DraftOwners;
import org.maintenancefund.attachment.AttachmentAccess;
import org.maintenancefund.attachment.AttachmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who sees the scans of an application: the district in charge, the organisation that applied, and while it is a draft who
 * uploaded it.
 */
@Component
class FileAccess implements AttachmentAccess {

    private final JdbcClient jdbc;
    private final DraftFiles drafts;
    private final DraftOwners owners;

    FileAccess(JdbcClient jdbc, DraftFiles drafts, DraftOwners owners) {
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.owners = owners;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayView(AttachmentId file, @Nullable CurrentUser user, HttpServletRequest request) {
        boolean own = owners.find(request, user)
                        .filter(owner -> drafts.has(owner, file))
                        .isPresent()
                || owners.findBrowser(request)
                        .filter(owner -> drafts.has(owner, file))
                        .isPresent();
        return own || (user != null && (ofOwnDistrict(file, user) || ofOwnOrganisation(file, user)));
    }

    private boolean ofOwnDistrict(AttachmentId file, CurrentUser user) {
        return user.is(Role.DISTRICT_STAFF)
                && user.district() != null
                && jdbc.sql("SELECT EXISTS (SELECT 1 FROM application_file f JOIN application a USING (number)"
                                + " WHERE f.attachment_id = :file AND a.district_id = :district)")
                        .param("file", file.value())
                        .param("district", user.district().value())
                        .query(Boolean.class)
                        .single();
    }

    private boolean ofOwnOrganisation(AttachmentId file, CurrentUser user) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM application_file f JOIN application a USING (number)"
                        + " WHERE f.attachment_id = :file AND a.applicant_type = :type AND a.applicant_id = :id)")
                .param("file", file.value())
                .param("type", user.organisation().type().name())
                .param("id", user.organisation().id())
                .query(Boolean.class)
                .single();
    }
}
