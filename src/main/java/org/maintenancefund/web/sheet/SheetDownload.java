package org.maintenancefund.web.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Sends a list as a file to save. */
public final class SheetDownload {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private SheetDownload() {}

    /**
     * Sends it while it is written; nothing is held back in memory.
     *
     * @param name of the file, without ending; may be Chinese
     */
    public static <T> void send(
            HttpServletResponse response, String name, List<SheetColumn<T>> columns, Iterator<T> rows)
            throws IOException {
        response.setContentType(TYPE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        SheetWriter.write(response.getOutputStream(), name, columns, rows);
    }
}
