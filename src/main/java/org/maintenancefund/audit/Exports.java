package org.maintenancefund.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Chip;
import org.maintenancefund.web.Chips;
import org.maintenancefund.web.sheet.SheetDownload;
import org.springframework.stereotype.Component;

/**
 * 导出 Excel: sends exactly the list that is filtered. The entry in the trail stands before the first row leaves: no list goes
 * out without one, whatever becomes of the connection afterwards.
 */
@Component
public class Exports {

    private final AuditTrail trail;

    Exports(AuditTrail trail) {
        this.trail = trail;
    }

    /** Answers the request with the spreadsheet, row by row; refused where a filter can't be read. */
    public <T> void send(HttpServletResponse response, Export<T> list) throws IOException {
        if (!Chips.readable(list.filter())) {
            throw Refusal.because("audit.export.unreadable");
        }
        trail.recordOnItsOwn(AuditEvent.of("EXPORTED")
                .on("list", list.name(), list.name())
                .change("filter", null, list.filter().stream().map(Chip::label).toList())
                .change("rows", null, list.total().toString()));
        SheetDownload.send(response, list.name(), list.columns(), list.rows());
    }
}
