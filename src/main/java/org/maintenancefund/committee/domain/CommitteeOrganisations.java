package org.maintenancefund.committee.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.maintenancefund.area.AreaRenamed;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.organisation.OrganisationEntry;
import org.maintenancefund.organisation.Organisations;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Enters committees in the register of organisations: by their area and term they are told from others of the same name. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CommitteeOrganisations {

    private final Organisations organisations;
    private final CommitteeRepository committees;
    private final PropertyAreas areas;
    private final Clock clock;

    CommitteeOrganisations(
            Organisations organisations, CommitteeRepository committees, PropertyAreas areas, Clock clock) {
        this.organisations = organisations;
        this.committees = committees;
        this.areas = areas;
        this.clock = clock;
    }

    void register(Committee committee) {
        CommitteeView view = committee.view(LocalDate.now(clock));
        organisations.register(new OrganisationEntry(
                view.id().ref(),
                view.name(),
                null,
                view.district(),
                view.contactName(),
                view.contactMobile().toString(),
                areas.get(view.area()).name() + "，" + view.standing(),
                false));
    }

    @EventListener
    void follow(AreaRenamed renamed) {
        committees.findAllInOffice(List.of(renamed.area())).forEach(this::register);
    }
}
