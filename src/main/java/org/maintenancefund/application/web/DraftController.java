package org.maintenancefund.application.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Applicants;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.DraftOwners;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.application.domain.ApplicationDefinitions;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 删除 and 从头开始 of one's drafts, each asked once more, for it can't be undone. */
@Controller
@RequestMapping("/drafts/{key}")
@RequiredArgsConstructor
class DraftController {

    private final Drafts drafts;
    private final OpenDrafts list;
    private final DraftOwners owners;
    private final Applicants applicants;
    private final ApplicationDefinitions definitions;

    /** One's own draft, as the account's or as the browser's. */
    record Own(DraftOwner owner, ApplicationKind kind) {}

    @ModelAttribute("own")
    Own own(@PathVariable String key, @AuthenticationPrincipal @Nullable CurrentUser user, HttpServletRequest request) {
        UUID read = Draft.readKey(key).orElseThrow(() -> new NotFound("draft"));
        return owners.find(request, user)
                .flatMap(owner -> own(owner, read))
                .or(() -> owners.findBrowser(request).flatMap(owner -> own(owner, read)))
                .orElseThrow(() -> new NotFound("draft " + key));
    }

    private Optional<Own> own(DraftOwner owner, UUID key) {
        return drafts.kindOf(owner, key).map(kind -> new Own(owner, kind));
    }

    @GetMapping({"/delete", "/restart"})
    String ask(
            @ModelAttribute("own") Own own,
            @PathVariable UUID key,
            @AuthenticationPrincipal @Nullable CurrentUser user,
            HttpServletRequest request,
            Model model) {
        show(definitions.of(own.kind()), own, key, user, model);
        return request.getRequestURI().endsWith("/delete") ? "application/draft-delete" : "application/draft-restart";
    }

    @PostMapping("/delete")
    ModelAndView delete(
            @ModelAttribute("own") Own own,
            @PathVariable UUID key,
            @AuthenticationPrincipal @Nullable CurrentUser user,
            RedirectAttributes flash) {
        drafts.delete(own.owner(), key);
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("application.draft.deleted"));
        return FormPages.seeOther(definitions.of(own.kind()).startAddress(user));
    }

    @PostMapping("/restart")
    ModelAndView restart(
            @ModelAttribute("own") Own own,
            @PathVariable UUID key,
            @AuthenticationPrincipal @Nullable CurrentUser user) {
        return FormPages.seeOther(applicants.restart(own.owner(), key, own.kind(), user));
    }

    private <F> void show(
            ApplicationDefinition<F, ?> definition, Own own, UUID key, @Nullable CurrentUser user, Model model) {
        model.addAttribute(
                "draft",
                drafts.find(own.owner(), key, own.kind(), definition.formType())
                        .map(draft -> list.of(definition, draft, user))
                        .orElseThrow(() -> new NotFound("draft " + key)));
        model.addAttribute("kind", own.kind());
    }
}
