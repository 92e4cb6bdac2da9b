package org.maintenancefund.committee.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaChoices;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.domain.AreaAvailability;
import org.maintenancefund.committee.domain.CommitteeForm;
import org.maintenancefund.committee.domain.CommitteeFormCheck;
import org.maintenancefund.committee.domain.SiblingException;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.review.Draft;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Messages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 业委会注册, step 1 选择物业区域: search, choose, and say why one part of a divided community registers on its own. */
@Controller
class AreaStepController {

    private static final String PAGE = "committee/area";
    private static final String SIBLINGS = "committee/siblings";

    private final PropertyAreas areas;
    private final AreaAvailability availability;
    private final RegistrationDrafts drafts;
    private final Messages messages;

    AreaStepController(
            PropertyAreas areas, AreaAvailability availability, RegistrationDrafts drafts, Messages messages) {
        this.areas = areas;
        this.availability = availability;
        this.drafts = drafts;
        this.messages = messages;
    }

    @GetMapping("/register/committee")
    String search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            HttpServletRequest request,
            Model model) {
        show(q, number, after, before, model);
        drafts.find(request, number).ifPresent(draft -> model.addAttribute("draft", draft));
        return PAGE;
    }

    @PostMapping("/register/committee")
    Object choose(
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String number,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<AreaView> chosen = area(area);
        Optional<Reason> refusal = chosen.isEmpty()
                ? Optional.of(Reason.of("committee.area.missing"))
                : Optional.ofNullable(availability
                        .blocked(List.of(chosen.get().id()), RegistrationDrafts.number(number))
                        .get(chosen.get().id()));
        if (refusal.isPresent()) {
            show(q, number, null, null, model);
            model.addAttribute("areaError", messages.of(refusal.get()));
            return FormPages.invalid(PAGE);
        }
        CommitteeForm form = drafts.find(request, number).map(Draft::form).orElseGet(CommitteeForm::new);
        form.choose(chosen.get().id().toString());
        drafts.save(request, response, number, form);
        boolean divided = !areas.siblings(chosen.get().id()).isEmpty();
        return "redirect:"
                + RegistrationDrafts.path(
                        divided ? "/register/committee/siblings" : "/register/committee/form", number);
    }

    @GetMapping("/register/committee/siblings")
    String siblings(@RequestParam(required = false) @Nullable String number, HttpServletRequest request, Model model) {
        Optional<Draft<CommitteeForm>> draft = drafts.find(request, number);
        if (draft.isEmpty()) {
            return "redirect:" + RegistrationDrafts.path("/register/committee", number);
        }
        showSiblings(draft.get().form(), number, model);
        return SIBLINGS;
    }

    @PostMapping("/register/committee/siblings")
    Object answer(
            @RequestParam(required = false) @Nullable String same,
            @RequestParam(name = "siblingAnswer", required = false) @Nullable List<String> ticked,
            @RequestParam(required = false) @Nullable String number,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Draft<CommitteeForm>> draft = drafts.find(request, number);
        if (draft.isEmpty()) {
            return "redirect:" + RegistrationDrafts.path("/register/committee", number);
        }
        CommitteeForm form = draft.get().form();
        if ("yes".equals(same)) {
            showSiblings(form, number, model);
            List<String> together = new ArrayList<>(List.of(form.getAreaId()));
            areas.siblings(areas.standing(AreaId.of(form.getAreaId())).id())
                    .forEach(sibling -> together.add(sibling.id().toString()));
            model.addAttribute("report", together);
            return "committee/merge-first";
        }
        form.setSiblingAnswer(ticked == null ? List.of() : ticked);
        if (!"no".equals(same) || CommitteeFormCheck.siblingAnswer(form).isEmpty()) {
            showSiblings(form, number, model);
            model.addAttribute("same", same);
            model.addAttribute(
                    "siblingError",
                    messages.of(
                            Reason.of("no".equals(same) ? "committee.siblings.why" : "committee.siblings.missing")));
            return FormPages.invalid(SIBLINGS);
        }
        drafts.save(request, response, number, form);
        return "redirect:" + RegistrationDrafts.path("/register/committee/form", number);
    }

    private void show(
            @Nullable String q, @Nullable String number, @Nullable String after, @Nullable String before, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("number", RegistrationDrafts.number(number));
        model.addAttribute(
                "found",
                AreaChoices.of(
                        AreaSearch.of(q).page(after, before),
                        areas,
                        page -> availability.sentences(
                                page.stream().map(AreaView::id).toList(), RegistrationDrafts.number(number))));
    }

    private void showSiblings(CommitteeForm form, @Nullable String number, Model model) {
        AreaView area = areas.standing(AreaId.of(form.getAreaId()));
        model.addAttribute("number", RegistrationDrafts.number(number));
        model.addAttribute("area", area);
        model.addAttribute("siblings", areas.siblings(area.id()));
        model.addAttribute("exceptions", SiblingException.values());
        model.addAttribute("answer", form.getSiblingAnswer());
        model.addAttribute("same", form.getSiblingAnswer().isEmpty() ? null : "no");
    }

    private Optional<AreaView> area(@Nullable String id) {
        try {
            return id == null ? Optional.empty() : areas.find(AreaId.of(id));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
