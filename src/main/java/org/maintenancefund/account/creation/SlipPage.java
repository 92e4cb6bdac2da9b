package org.maintenancefund.account.creation;

import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.creation.OperatorCreationService.Slip;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.Crumb;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The answer that is the 账号告知单 itself, once, and in no session: the one exception to redirect-after-POST. */
@Component
@RequiredArgsConstructor
public class SlipPage {

    private final Clock clock;

    /**
     * Fills the page of the slips.
     *
     * @param back where the clerk goes on from there
     */
    public String show(List<Slip> slips, CurrentUser clerk, Model model, String back) {
        model.addAttribute("slips", slips);
        model.addAttribute("back", back);
        model.addAttribute("clerk", clerk);
        model.addAttribute("printedAt", clock.instant());
        model.addAttribute(
                "address",
                ServletUriComponentsBuilder.fromCurrentRequestUri()
                        .replacePath("/")
                        .toUriString());
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("account.title.slips"))));
        return "account/slips";
    }
}
