package org.maintenancefund.account.creation;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Page;
import org.maintenancefund.account.OrganisationPlaces;
import org.maintenancefund.account.creation.OperatorCreationService.Slip;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.Paper;
import org.maintenancefund.web.QrCode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The answer that is the 账号告知单 itself, once, and in no session: the one exception to redirect-after-POST. */
@Component
@RequiredArgsConstructor
public class SlipPage {

    private final Districts districts;
    private final ObjectProvider<OrganisationPlaces> places;
    private final Clock clock;

    /**
     * Fills the page of the slips.
     *
     * @param back where the clerk goes on from there
     */
    public String show(List<Slip> slips, CurrentUser clerk, Model model, String back) {
        model.addAttribute("slips", slips);
        model.addAttribute("places", places(slips));
        model.addAttribute("back", back);
        model.addAttribute("clerk", clerk);
        model.addAttribute(
                "centre", clerk.districtIfAny().flatMap(districts::find).orElse(null));
        model.addAttribute("printedAt", clock.instant());
        model.addAttribute("address", Paper.addressOf("/"));
        model.addAttribute(
                "signIn", QrCode.svg(Paper.addressOf(Page.LOGIN.path()), Messages.of("account.slip.sign-in")));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("account.title.slips"))));
        return "account/slips";
    }

    private Map<OrgRef, String> places(List<Slip> slips) {
        Map<OrgRef, String> found = new HashMap<>();
        slips.stream()
                .map(slip -> slip.operator().organisation())
                .distinct()
                .forEach(organisation -> places.orderedStream()
                        .map(known -> known.place(organisation))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .ifPresent(place -> found.put(organisation, place)));
        return found;
    }
}
