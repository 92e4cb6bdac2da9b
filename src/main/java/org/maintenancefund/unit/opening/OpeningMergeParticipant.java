package org.maintenancefund.unit.opening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaFact;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaMergeParticipant;
import org.maintenancefund.area.MergeBlocker;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The opening balances of areas that become one. Lines are the units' and go along with these; the sheets, which say what
 * was taken over for them, follow. Of what is underway there is one in an area: two stand against a merge. What was told or
 * decided since keeps the merge from being undone, since it may be about units of both.
 */
@Component
@Order(6)
@RequiredArgsConstructor
class OpeningMergeParticipant implements AreaMergeParticipant {

    private final OpeningSheetRepository sheets;
    private final JsonMapper json;

    /** A sheet and where it was. */
    record Moved(UUID sheet, UUID area) {}

    @Override
    public String name() {
        return "opening";
    }

    @Override
    public List<MergeBlocker> blockers(Collection<AreaId> areas) {
        List<OpeningSheet> underway = areas.isEmpty() ? List.of() : sheets.findUnderway(areas);
        return underway.size() < 2
                ? List.of()
                : List.of(new MergeBlocker(
                        Messages.of("unit.opening.merge.two"),
                        underway.stream().map(OpeningMergeParticipant::line).toList()));
    }

    private static AreaFact.Line line(OpeningSheet sheet) {
        return new AreaFact.Line(
                Messages.of(
                        "unit.opening.merge.sheet",
                        sheet.view().header().asOf(),
                        sheet.state().label()),
                "/units/openings/" + sheet.id());
    }

    @Override
    public String move(AreaId kept, Collection<AreaId> merged, Instant now) {
        List<OpeningSheet> moving = sheets.lockAll(merged);
        List<Moved> before = new ArrayList<>();
        moving.forEach(sheet -> {
            before.add(new Moved(sheet.id().value(), sheet.area().value()));
            sheet.moveTo(kept);
        });
        sheets.flush();
        return before.isEmpty() ? "" : json.writeValueAsString(before);
    }

    @Override
    public Optional<Reason> decidedSince(AreaId kept, Instant since) {
        return sheets.isChanged(kept, since) ? Optional.of(Reason.of("unit.opening.merge.since")) : Optional.empty();
    }

    @Override
    public void moveBack(AreaId kept, String moved) {
        for (Moved before : json.readValue(moved, Moved[].class)) {
            sheets.lock(new OpeningId(before.sheet())).ifPresent(sheet -> sheet.moveTo(new AreaId(before.area())));
        }
        sheets.flush();
    }
}
