package org.maintenancefund.attachment;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of attachments, {@code app.attachment.*}; the one place for them.
 *
 * @param maxSize    of one file
 * @param maxPixels  width times height of an image; a page of A3 scanned at 600 dpi has 70 million
 * @param maxSide    width or height of an image in pixels
 * @param keptUnused how long a file nothing refers to is kept
 */
@Validated
@ConfigurationProperties("app.attachment")
public record AttachmentProperties(
        @DefaultValue("10MB") DataSize maxSize,
        @DefaultValue("100000000") @Min(1) long maxPixels,
        @DefaultValue("30000") @Min(1) int maxSide,
        @DefaultValue("48h") Duration keptUnused) {

    /** For hints: 每个文件不超过 10 MB. */
    public long maxMegabytes() {
        return maxSize.toMegabytes();
    }
}
