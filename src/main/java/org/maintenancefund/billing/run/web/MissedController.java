package org.maintenancefund.billing.run.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.run.Batches;
import org.maintenancefund.billing.run.BillingMonths;
import org.maintenancefund.billing.run.BillingMonths.Months;
import org.maintenancefund.billing.run.MissedMonths;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 补出账: the months that some units were not billed for, each with a trial of its own. */
@Controller
@RequestMapping("/bills/areas/{area}/missed")
@RequiredArgsConstructor
class MissedController {

    private final CollectionRights rights;
    private final BillingMonths months;
    private final MissedMonths missed;
    private final Batches batches;

    @GetMapping
    String show(@PathVariable AreaId area, @AuthenticationPrincipal CurrentUser user, Model model) {
        AreaView found = rights.collecting(area, user);
        Optional<Months> of = months.find(found.id());
        model.addAttribute("area", found);
        model.addAttribute(
                "missed", of.map(known -> missed.of(found.id(), known)).orElseGet(List::of));
        model.addAttribute("path", BillPaths.area(found));
        model.addAttribute(Crumb.ATTRIBUTE, RunPages.crumbs(found, Messages.of("billing.missed")));
        return "billing/missed";
    }

    /** 试算 of all of them. */
    @PostMapping
    ModelAndView proposeAll(
            @PathVariable AreaId area, @AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        try {
            UUID batch = batches.askMissed(area, user);
            return FormPages.seeOther(BillPaths.batch(batch));
        } catch (Refusal refusal) {
            return FormPages.seeOther(BillPaths.missed(area), Notice.warning(refusal.reason()), flash);
        }
    }
}
