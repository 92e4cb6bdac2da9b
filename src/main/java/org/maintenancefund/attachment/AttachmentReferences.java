package org.maintenancefund.attachment;

import java.util.Collection;
import java.util.Set;

/**
 * Knows which attachments are in use. Each module that keeps attachments, in drafts too, has a bean of this kind; what
 * none of them knows any more is removed after a while. As long as there is no such bean, nothing is removed.
 */
public interface AttachmentReferences {

    /** Those of the candidates that this module refers to. */
    Set<AttachmentId> inUse(Collection<AttachmentId> candidates);
}
