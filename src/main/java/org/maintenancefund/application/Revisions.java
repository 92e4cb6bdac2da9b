package org.maintenancefund.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.domain.ApplicationDefinitions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Drafts that revise a returned application: what was marked in it is open, the rest stays as it was until it is opened. */
@Service
@Transactional
@RequiredArgsConstructor
public class Revisions {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ApplicationDefinitions definitions;

    /** Why it was returned; empty for a draft of a new application. */
    @Transactional(readOnly = true)
    public Optional<Revision> of(Draft<?> draft) {
        return draft.revises().flatMap(number -> find(draft, definitions.of(draft.kind())));
    }

    /** What was typed, with what is closed as the draft has it: a page that is not ours changes nothing else. */
    @Transactional(readOnly = true)
    public <F> F keepClosed(Optional<Draft<F>> draft, F typed) {
        return draft.flatMap(this::of)
                .filter(Revision::isLimited)
                .map(revision -> TypedText.opened(json, draft.orElseThrow().form(), typed, revision.open()))
                .orElse(typed);
    }

    /** 仍要修改其他内容. */
    public void openAll(Draft<?> draft) {
        open(draft, List.of(Revision.ALL));
    }

    /** Opens inputs beside those that were marked, for good: what stands in them has to be mended as well. */
    public void open(Draft<?> draft, Collection<String> inputs) {
        if (!inputs.isEmpty()) {
            jdbc.sql("UPDATE application_draft SET opened = opened || cast(:inputs AS text[])"
                            + " WHERE id = :key AND NOT opened @> cast(:inputs AS text[])")
                    .param("inputs", inputs.toArray(String[]::new))
                    .param("key", draft.key())
                    .update();
        }
    }

    private Optional<Revision> find(Draft<?> draft, ApplicationDefinition<?, ?> definition) {
        List<Row> rows = jdbc.sql(
                        "SELECT d.round, d.opened, e.reasons, e.opinion, a.revise_by, m.field, m.attachment_id, m.label, m.reason"
                                + " FROM application_draft d JOIN application a ON a.number = d.number"
                                + " JOIN application_entry e ON e.number = d.number AND e.round = d.round AND e.action = 'RETURN'"
                                + " LEFT JOIN application_mark m ON m.number = d.number AND m.round = d.round"
                                + " WHERE d.id = :key ORDER BY m.position")
                .param("key", draft.key())
                .query((row, i) -> row(row))
                .list();
        return rows.stream().findFirst().map(row -> {
            List<Mark> marks = rows.stream()
                    .flatMap(each -> Stream.ofNullable(each.mark()))
                    .toList();
            return new Revision(
                    row.round(),
                    row.reasons(),
                    row.opinion(),
                    row.reviseBy(),
                    marks.stream().map(mark -> line(mark, draft, definition)).toList(),
                    open(row.opened(), marks, definition),
                    "");
        });
    }

    private static Set<String> open(List<String> opened, List<Mark> marks, ApplicationDefinition<?, ?> definition) {
        Set<String> open = new HashSet<>(opened);
        marks.forEach(mark -> open.addAll(definition.inputsOf(mark.field())));
        definition.kind().scanSlots().stream()
                .map(ScanSlot::field)
                .filter(slot -> marks.stream().anyMatch(mark -> mark.field().equals(slot)))
                .forEach(open::add);
        return open;
    }

    private static Revision.Line line(Mark mark, Draft<?> draft, ApplicationDefinition<?, ?> definition) {
        Optional<String> page = definition.pageOf(mark.field()).map(address -> address + "?draft=" + draft.key());
        List<String> inputs = definition.inputsOf(mark.field());
        boolean own = page.isPresent() || inputs.isEmpty() || inputs.contains(mark.field());
        String input = own ? mark.field() : inputs.get(0);
        return new Revision.Line(mark, input, page.orElse("") + "#" + input);
    }

    /** The return, with one of its marks. */
    private record Row(
            int round,
            List<String> opened,
            List<String> reasons,
            String opinion,
            LocalDate reviseBy,
            @Nullable Mark mark) {}

    private static Row row(ResultSet row) throws SQLException {
        String field = row.getString("field");
        return new Row(
                row.getInt("round"),
                texts(row, "opened"),
                texts(row, "reasons"),
                row.getString("opinion"),
                row.getObject("revise_by", LocalDate.class),
                field == null
                        ? null
                        : new Mark(
                                field,
                                row.getObject("attachment_id", UUID.class),
                                row.getString("label"),
                                row.getString("reason")));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
