package org.maintenancefund.area.application;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.SimilarAreas;
import org.maintenancefund.area.domain.AreaRelatives;
import org.maintenancefund.area.domain.AreaText;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.springframework.stereotype.Component;

/**
 * What a step asks to be looked at once before the next: areas that may be the same community (A), floor areas that don't add up
 * (B). Told where it was typed, so that nobody fills in the rest for nothing.
 */
@Component
@RequiredArgsConstructor
class StepDoubts {

    private final PropertyAreas areas;
    private final AreaRelatives relatives;
    private final AreaDrafts drafts;

    /**
     * What there is to look at.
     *
     * @param lines what it is, one after the other
     * @param token stands for the lines: who sends it along has seen them
     * @param goOn  the words of the button that goes on all the same
     */
    public record Doubts(String title, List<Line> lines, String token, String goOn) {}

    /**
     * A line of it.
     *
     * @param href the page about it, or null
     */
    public record Line(String text, @Nullable String href) {}

    /** The area on record that a new one would be once more: the same name in the same street. */
    Optional<AreaView> same(AreaForm form) {
        AreaForm.Basics typed = form.basics();
        return form.before() != null
                ? Optional.empty()
                : areas.activeNamed(ChineseText.clean(typed.name())).stream()
                        .filter(area -> area.street().toString().equals(typed.street()))
                        .findFirst();
    }

    /** The same as something to see: with a link, and no way on. */
    Doubts notice(AreaView area, CurrentUser user) {
        return doubts(
                "area.application.doubts.same",
                "area.application.doubts.same.go-on",
                List.of(line("area.application.same", area, drafts.areasOf(user))));
    }

    /** What is to be seen of a step without faults; empty where there is nothing. */
    Optional<Doubts> of(AreaStep step, AreaForm form, CurrentUser user) {
        return switch (step) {
            case BASICS -> similar(form, user);
            case SCALE -> sums(form.scale());
            default -> Optional.empty();
        };
    }

    private Optional<Doubts> similar(AreaForm form, CurrentUser user) {
        AreaForm.Basics typed = form.basics();
        Set<AreaId> shown = new LinkedHashSet<>();
        List<Line> lines = new ArrayList<>();
        List<AreaId> own = drafts.areasOf(user);
        if (form.areaId() != null) {
            shown.add(AreaId.of(form.areaId()));
        }
        areas.withParcels(newParcels(form)).stream()
                .filter(area -> shown.add(area.id()))
                .forEach(area -> lines.add(line("area.application.same-parcel", area, own)));
        if (form.before() == null) {
            SimilarAreas similar = relatives.ofName(
                    ChineseText.clean(typed.name()), DistrictId.of(typed.district()), StreetId.of(typed.street()));
            Stream.concat(similar.siblings().stream(), similar.nearNames().stream())
                    .filter(area -> shown.add(area.id()))
                    .limit(PropertyAreas.MOST_NEAR_NAMES)
                    .forEach(area -> lines.add(line("area.application.near", area, own)));
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(doubts("area.application.doubts.areas", "area.application.doubts.areas.go-on", lines));
    }

    /** Those on record were looked at before. */
    private static List<String> newParcels(AreaForm form) {
        List<String> parcels = new ArrayList<>(
                AreaText.parcelNumbers(form.basics().parcelNumbers()).value());
        if (form.before() != null) {
            parcels.removeAll(form.before().area().parcelNumbers());
        }
        return parcels;
    }

    private static Optional<Doubts> sums(AreaForm.Scale typed) {
        Totals.Total parts = Totals.parts(typed.toFloorAreas());
        return parts.isEqual()
                ? Optional.empty()
                : Optional.of(doubts(
                        "area.application.doubts.sums",
                        "area.application.doubts.sums.go-on",
                        List.of(new Line(parts.line(), null))));
    }

    /** Where it stands: among those whose information one may complete, else where everybody looks areas up. */
    private static Line line(String message, AreaView area, List<AreaId> own) {
        return new Line(
                Messages.of(message, area.name(), area.code(), area.streetName(), area.address()),
                (own.contains(area.id()) ? "/areas/applications?q=" : "/register/committee?q=") + area.code());
    }

    private static Doubts doubts(String title, String goOn, List<Line> lines) {
        String text = lines.stream().map(Line::text).collect(Collectors.joining());
        return new Doubts(Messages.of(title), lines, Integer.toHexString(text.hashCode()), Messages.of(goOn));
    }
}
