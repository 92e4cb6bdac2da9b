package org.maintenancefund.disclosure.paper.web;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.disclosure.paper.PaperService;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.unit.UnitPart;
import org.maintenancefund.unit.UnitView;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The papers of a unit on its page. */
@Component
@Order(50)
@RequiredArgsConstructor
class PapersOfUnitPart implements UnitPart {

    private final CollectionRights rights;
    private final PaperService papers;

    @Override
    public Optional<Shown> of(UnitView unit, AreaView area, CurrentUser reader) {
        if (!Page.PAPERS.isOpenTo(reader.role()) || !rights.sees(area, reader)) {
            return Optional.empty();
        }
        return Optional.of(new Shown(
                PaperTables.of(papers.seen(unit.id(), area, reader)),
                UnitPaperController.path(unit.id()),
                Messages.of("disclosure.papers.link")));
    }
}
