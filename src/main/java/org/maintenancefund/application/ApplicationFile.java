package org.maintenancefund.application;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maintenancefund.attachment.AttachmentId;
import org.maintenancefund.attachment.Attachments;
import org.maintenancefund.attachment.StoredAttachment;

/**
 * A scan of an application or a draft.
 *
 * @param slot what it is a scan of (备案证明)
 */
public record ApplicationFile(String slot, StoredAttachment file) {

    /** A scan by its identifier. */
    public record Link(String slot, AttachmentId file) {}

    /** The scans behind links, in their order; what is not stored any more is left out. */
    public static List<ApplicationFile> of(List<Link> links, Attachments attachments) {
        Map<AttachmentId, StoredAttachment> stored =
                attachments.describe(links.stream().map(Link::file).toList()).stream()
                        .collect(Collectors.toMap(StoredAttachment::id, Function.identity()));
        return links.stream()
                .filter(link -> stored.containsKey(link.file()))
                .map(link -> new ApplicationFile(link.slot(), Objects.requireNonNull(stored.get(link.file()))))
                .toList();
    }
}
