package org.maintenancefund.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.web.Filenames;
import org.maintenancefund.web.ListFilter;
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

    /** Of the words of filters so many characters, that the whole name fits where files are kept. */
    private static final int LONGEST_FILTER = 60;

    private final AuditTrail trail;
    private final ExportPlace places;
    private final Clock clock;

    /**
     * Answers the request with the spreadsheet, row by row; refused where a filter can't be read.
     *
     * @param name    of the list, with which the name of the file begins; at most 31 characters, none of {@code []:*?/\}
     * @param columns what of a row goes out; personal data masked
     */
    public <T> void send(
            HttpServletResponse response, String name, ListPage<T> list, List<SheetColumn<T>> columns, CurrentUser user)
            throws IOException {
        requireReadable(list.filter());
        List<String> words = list.filter().words();
        record(name, words, list.rows().count());
        SheetWriter.send(response, filename(name, words, user), name, columns, new Batches<>(list.rows()));
    }

    /**
     * The same for a table that stands on its page whole.
     *
     * @param about behind the name on the sheet, which may have 31 characters: what tells the table from itself at another time
     * @param words what was asked for, in the name of the file and in the trail
     */
    public <T> void send(
            HttpServletResponse response,
            String name,
            String about,
            List<String> words,
            List<T> rows,
            List<SheetColumn<T>> columns,
            CurrentUser user)
            throws IOException {
        record(name, words, new CappedCount(rows.size(), false));
        SheetWriter.send(response, filename(name, words, user), name + " " + about, columns, rows.iterator());
    }

    /** Asked by who makes the rows before it does. */
    public static void requireReadable(ListFilter filter) {
        if (!filter.isReadable()) {
            throw Refusal.because("audit.export.unreadable");
        }
    }

    private void record(String name, List<String> words, CappedCount total) {
        trail.recordOnItsOwn(AuditEvent.of("EXPORTED")
                .on("list", name, name)
                .change("filter", null, words)
                .change("rows", null, total.toString()));
    }

    /** 业委会审核_东湖区_待审核_20261128: by list, district, filter and date, so that many of one list can lie together. */
    private String filename(String name, List<String> filter, CurrentUser user) {
        String words = Filenames.clean(String.join("_", filter).replaceAll("[/\\\\]", "-"))
                .replaceAll("\\s+", "")
                .codePoints()
                .limit(LONGEST_FILTER)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Stream.of(name, places.of(user).orElse(""), filter.isEmpty() ? "" : words, Times.digits(clock.instant()))
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining("_"));
    }
}
