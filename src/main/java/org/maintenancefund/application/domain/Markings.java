package org.maintenancefund.application.domain;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationFile;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Decision;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.Mark;
import org.maintenancefund.application.MarkPlace;
import org.maintenancefund.application.ScanSlot;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.springframework.stereotype.Component;

/** What of an application a reviewer can mark to be mended: what who applies can mend. */
@Component
@RequiredArgsConstructor
public class Markings {

    private final ApplicationDefinitions definitions;
    private final FiledApplications applications;
    private final ApplicationViews views;

    /** Those of these lines that its form has, and its scans; in the order of the page. */
    List<MarkPlace> places(
            ApplicationDefinition<?, ?> definition, List<DetailField> fields, List<ApplicationFile> files) {
        List<MarkPlace> places = new ArrayList<>();
        fields.stream()
                .filter(field -> !definition.inputsOf(field.key()).isEmpty())
                .forEach(field -> places.add(new MarkPlace(field.key(), null, field.label())));
        for (ScanSlot slot : definition.kind().scanSlots()) {
            places.add(new MarkPlace(slot.field(), null, slot.label()));
            List<ApplicationFile> scans = files.stream()
                    .filter(file -> file.slot().equals(slot.label()))
                    .toList();
            if (scans.size() > 1) {
                scans.forEach(scan -> places.add(new MarkPlace(
                        slot.field(),
                        scan.file().id().value(),
                        Messages.of(
                                "application.mark.file",
                                slot.label(),
                                scan.file().filename()))));
            }
        }
        return places;
    }

    /** Refuses marks at what the application hasn't got. */
    public void require(Decision decision, ApplicationNumber number) {
        List<Mark> marks = decision.marks();
        if (marks.isEmpty()) {
            return;
        }
        FiledApplication application = applications.get(number);
        List<MarkPlace> places = places(
                definitions.of(application.kind()),
                views.fields(application, application.round()),
                application.lastRound().files());
        if (!marks.stream().allMatch(mark -> places.stream().anyMatch(place -> place.isOf(mark)))) {
            throw Refusal.because("application.decision.marks.unknown");
        }
    }
}
