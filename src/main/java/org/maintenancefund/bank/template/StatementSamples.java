package org.maintenancefund.bank.template;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Filenames;
import org.maintenancefund.web.sheet.SheetRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Samples between their upload and the template that is made of them. Each is its uploader's. */
@Service
@Transactional
@RequiredArgsConstructor
public class StatementSamples {

    /** So many rows are kept of a file: there are names in them. */
    private static final int KEPT = 40;

    private static final int MOST_ABOVE = 25;
    private static final int FEWEST_HEADINGS = 3;
    private static final Duration LASTS = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    /** @throws Refusal where no row looks like headings */
    public UUID keep(String filename, List<SheetRow> rows, CurrentUser by) {
        List<StatementSample.Row> first = rows.stream()
                .limit(KEPT)
                .map(row -> new StatementSample.Row(row.number(), row.texts()))
                .toList();
        UUID id = Ids.next();
        jdbc.sql("DELETE FROM statement_sample WHERE made_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(LASTS)))
                .update();
        jdbc.sql("INSERT INTO statement_sample (id, filename, content, made_at, made_by)"
                        + " VALUES (:id, :filename, CAST(:content AS jsonb), :at, :by)")
                .param("id", id)
                .param("filename", Filenames.clean(filename))
                .param("content", json.writeValueAsString(new StatementSample.Content(first, head(first))))
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by.operatorId().value())
                .update();
        return id;
    }

    /** The row with the most cells that are words and no figures, of several the first. */
    private static int head(List<StatementSample.Row> rows) {
        int head = IntStream.range(0, Math.min(rows.size(), MOST_ABOVE))
                .boxed()
                .max(Comparator.comparingLong((Integer place) -> words(rows.get(place)))
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(0);
        if (rows.isEmpty() || words(rows.get(head)) < FEWEST_HEADINGS) {
            throw Refusal.because("bank.template.no-headings");
        }
        return head;
    }

    private static long words(StatementSample.Row row) {
        return row.cells().stream()
                .map(ChineseText::fold)
                .filter(text -> !text.isEmpty() && !text.matches(".*[0-9].*"))
                .distinct()
                .count();
    }

    /** Throws {@link NotFound} where there is none, or it is somebody else's. */
    @Transactional(readOnly = true)
    public StatementSample get(UUID id, CurrentUser by) {
        return jdbc.sql("SELECT filename, content FROM statement_sample WHERE id = :id AND made_by = :by")
                .param("id", id)
                .param("by", by.operatorId().value())
                .query((row, i) -> new StatementSample(
                        id, row.getString(1), json.readValue(row.getString(2), StatementSample.Content.class)))
                .optional()
                .orElseThrow(() -> new NotFound("statement sample " + id));
    }
}
