package org.maintenancefund.web.sheet;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a spreadsheet on its way in may be at most ({@code app.sheet.*}).
 *
 * @param maxFile     size of the file
 * @param maxUnpacked size of what it unpacks to; a small file can hold gigabytes of nothing
 * @param maxColumns  cells of a row
 */
@ConfigurationProperties("app.sheet")
public record SheetProperties(
        @DefaultValue("30MB") DataSize maxFile,
        @DefaultValue("800MB") DataSize maxUnpacked,
        @DefaultValue("60") int maxColumns) {}
