package org.maintenancefund.billing.mandate;

import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.association.AssociationEndParticipant;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.kernel.Messages;
import org.springframework.stereotype.Component;

/** A mandate ends with the association that its collector manages the area by. */
@Component
@RequiredArgsConstructor
class AssociationMandates implements AssociationEndParticipant {

    private final MandateService mandates;
    private final NamedMandates names;

    @Override
    public List<String> foresee(AssociationView association, LocalDate lastDay) {
        return names.tiedTo(association.id(), lastDay).stream()
                .map(tied -> {
                    Mandate mandate = tied.mandate();
                    return mandate.validFrom().isAfter(lastDay)
                            ? Messages.of(
                                    "billing.mandate.ends-with.never",
                                    tied.collector(),
                                    mandate.validFrom(),
                                    mandate.validTo())
                            : Messages.of(
                                    "billing.mandate.ends-with",
                                    tied.collector(),
                                    mandate.validFrom(),
                                    mandate.validTo(),
                                    lastDay);
                })
                .toList();
    }

    @Override
    public void shortened(AssociationView association) {
        mandates.keepWithin(association);
    }
}
