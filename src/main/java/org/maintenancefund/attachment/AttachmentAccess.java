package org.maintenancefund.attachment;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;

/**
 * Knows who may see an attachment. Each module that keeps attachments has a bean of this kind; an attachment is shown where
 * one of them says so, and otherwise does not exist for whoever asks.
 */
public interface AttachmentAccess {

    /**
     * Whether the attachment belongs to something that this person may see.
     *
     * @param attachment which
     * @param user       who is signed in, or null
     * @param request    for those who are not signed in and show what is theirs by a cookie or a token
     */
    boolean mayView(AttachmentId attachment, @Nullable CurrentUser user, HttpServletRequest request);
}
