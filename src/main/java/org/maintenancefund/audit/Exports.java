package org.maintenancefund.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.maintenancefund.web.sheet.SheetWriter;
import org.springframework.stereotype.Component;

/**
 * 导出 Excel: sends exactly the list that is filtered. The entry in the trail stands before the first row leaves: no list goes
 * out without one, whatever becomes of the connection afterwards.
 */
@Component
@RequiredArgsConstructor
public class Exports {

    private final AuditTrail trail;

    /**
     * Answers the request with the spreadsheet, row by row; refused where a filter can't be read.
     *
     * @param name    of the list, which the file gets too; at most 31 characters, none of {@code []:*?/\}
     * @param columns what of a row goes out; personal data masked
     */
    public <T> void send(HttpServletResponse response, String name, ListPage<T> list, List<SheetColumn<T>> columns)
            throws IOException {
        if (!list.filter().isReadable()) {
            throw Refusal.because("audit.export.unreadable");
        }
        CappedCount total = list.rows().count();
        Batches<T> rows = new Batches<>(list.rows());
        trail.recordOnItsOwn(AuditEvent.of("EXPORTED")
                .on("list", name, name)
                .change("filter", null, list.filter().words())
                .change("rows", null, total.toString()));
        SheetWriter.send(response, name, columns, rows);
    }
}
