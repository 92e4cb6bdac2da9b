package org.maintenancefund.collection.handover.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.collection.handover.HandoverView;
import org.maintenancefund.collection.handover.Matter;
import org.maintenancefund.collection.handover.MatterKind;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.springframework.validation.Errors;

/**
 * A hand-over as typed.
 *
 * @param matters a row for each of {@link MatterKind}, in their order
 * @param because what the district has done to make the former company act
 * @param version of what the person saw
 * @param shown   the figures that they saw
 */
@Labels("handover.field.")
record HandoverForm(List<MatterForm> matters, String because, String version, String shown) {

    HandoverForm(
            @Nullable List<MatterForm> matters,
            @Nullable String because,
            @Nullable String version,
            @Nullable String shown) {
        List<MatterForm> sent = matters == null ? List.of() : matters;
        this.matters = IntStream.range(0, MatterKind.values().length)
                .mapToObj(place -> place < sent.size() && sent.get(place) != null ? sent.get(place) : MatterForm.EMPTY)
                .toList();
        this.because = Objects.requireNonNullElse(because, "");
        this.version = Objects.requireNonNullElse(version, "");
        this.shown = Objects.requireNonNullElse(shown, "");
    }

    static HandoverForm of(HandoverView found) {
        return new HandoverForm(
                found.matters().stream().map(MatterForm::of).toList(),
                "",
                Integer.toString(found.version()),
                found.fingerprint());
    }

    /** The matters with what was typed of each. */
    List<Matter> read(HandoverView found, boolean complete, LocalDate today, Errors errors) {
        return found.today().stream()
                .map(matter -> matters.get(matter.kind().ordinal())
                        .read(matter, "matters[" + matter.kind().ordinal() + "].", complete, today, errors))
                .toList();
    }

    int seenVersion() {
        return FormPages.seenVersion(version);
    }
}
