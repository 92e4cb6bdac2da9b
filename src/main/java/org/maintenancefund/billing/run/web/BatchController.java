package org.maintenancefund.billing.run.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.billing.run.BatchAction;
import org.maintenancefund.billing.run.BatchView;
import org.maintenancefund.billing.run.Batches;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 批量试算 and 批量出账: asked for with ticks, done by a worker; the page shows how far it is. */
@Controller
@RequestMapping("/bills/batches")
@RequiredArgsConstructor
class BatchController {

    private final Batches batches;

    @PostMapping
    ModelAndView begin(
            @ModelAttribute("form") BatchForm form,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        BatchAction action = form.wanted().orElse(null);
        if (action == null || !form.isAll() && form.ticked().isEmpty()) {
            return back(Reason.of("billing.batch.refusal.none-ticked"), flash);
        }
        try {
            UUID batch = form.isAll() ? batches.askAll(action, user) : batches.ask(action, form.ticked(), user);
            return FormPages.seeOther(BillPaths.batch(batch));
        } catch (Refusal refusal) {
            return back(refusal.reason(), flash);
        }
    }

    private static ModelAndView back(Reason reason, RedirectAttributes flash) {
        return FormPages.seeOther(BillPaths.BILLS, Notice.warning(reason), flash);
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        BatchView batch = batches.get(id, user);
        model.addAttribute("batch", batch);
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("billing.batch.title." + batch.action()))));
        items(id, address).showRows(model);
        return "billing/batch";
    }

    private ListPage<Batches.Item> items(UUID id, Map<String, List<String>> address) {
        return new ListPage<>(new ListFilter(BillPaths.batch(id), address), batches.items(id));
    }
}
