package org.maintenancefund.application.web;

import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.Page;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationView;
import org.maintenancefund.application.PrintedRound;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.Paper;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The frame of every paper about an application: its number, the centre in charge, and a code that leads to its progress. */
@Component
@RequiredArgsConstructor
class CasePapers {

    private final Districts districts;
    private final Clock clock;

    /** Puts the frame and the round into the model of the page that is printed. */
    Paper show(PrintedRound round, String title, Model model) {
        ApplicationView application = round.application();
        ApplicationNumber number = application.number();
        Paper paper = of(number, districts.get(application.district()), title);
        model.addAttribute("paper", paper);
        model.addAttribute("printed", round);
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(number.toString()), Crumb.of(title)));
        return paper;
    }

    Paper of(ApplicationNumber number, DistrictCentre centre, String title) {
        return new Paper(
                        title,
                        number.toString(),
                        centre.centreName(),
                        centre.address(),
                        centre.phone().toString(),
                        Times.minute(clock.instant()),
                        null,
                        null)
                .leadingTo(
                        Paper.addressOf(Page.PROGRESS.path()) + "?number=" + number,
                        Messages.of("application.paper.qr"));
    }
}
