package org.maintenancefund.disclosure.reminder.web;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.attachment.Attachments;
import org.maintenancefund.attachment.Attachments.OpenedScan;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.web.FieldErrors;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** Looks at the scan of a delivery outside of any transaction. */
@Component
@RequiredArgsConstructor
class DeliveryScans {

    private final Attachments attachments;

    /** Empty where none was sent, or it can't be kept; that is told at its field. */
    Optional<OpenedScan> open(@Nullable MultipartFile file, Errors errors) {
        // An empty input still sends a part without a name.
        if (file == null || file.isEmpty() && !StringUtils.hasText(file.getOriginalFilename())) {
            return Optional.empty();
        }
        Checked<OpenedScan> opened = attachments.open(file);
        return Optional.ofNullable(FieldErrors.check(errors, "proof", opened));
    }
}
