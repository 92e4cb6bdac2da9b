package org.maintenancefund.importing;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.web.Labels;

/**
 * 上传并预览, where nothing is told with the file.
 *
 * @param file is checked by {@link ImportPages#check}, which puts its error here
 */
@Labels("importing.field.")
public record UploadForm(@Nullable String file) {

    public static final UploadForm EMPTY = new UploadForm(null);
}
