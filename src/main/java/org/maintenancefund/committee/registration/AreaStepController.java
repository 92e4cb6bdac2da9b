package org.maintenancefund.committee.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftGone;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.DraftOwners;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.area.AreaChoices;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.FormPages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 业委会注册, step 1 选择物业区域: search, choose, and say why one part of a divided community registers on its own. A draft is
 * about one area for good: who chooses another one begins another draft, with what was typed or without it.
 */
@Controller
class AreaStepController {

    private static final String PAGE = "committee/area";
    private static final String SIBLINGS = "committee/siblings";

    private final PropertyAreas areas;
    private final AreaAvailability availability;
    private final CommitteeRegistrationDefinition definition;
    private final Drafts drafts;
    private final OpenDrafts list;
    private final DraftOwners owners;

    AreaStepController(
            PropertyAreas areas,
            AreaAvailability availability,
            CommitteeRegistrationDefinition definition,
            Drafts drafts,
            OpenDrafts list,
            DraftOwners owners) {
        this.areas = areas;
        this.availability = availability;
        this.definition = definition;
        this.drafts = drafts;
        this.list = list;
        this.owners = owners;
    }

    @GetMapping(CommitteeRegistrationDefinition.START)
    String search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String draft,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            HttpServletRequest request,
            Model model) {
        show(q, find(request, draft), after, before, model);
        if (draft == null && q == null) {
            owners.findBrowser(request)
                    .ifPresent(owner -> model.addAttribute("drafts", list.of(definition, owner, null)));
        }
        return PAGE;
    }

    /**
     * Chooses.
     *
     * @param draft what is being filled in and gets another area; null for a new registration
     * @param typed what becomes of what was typed for another area: {@code keep} or {@code clear}; null: it asks
     * @param kept  the draft that the question named
     */
    @PostMapping(CommitteeRegistrationDefinition.START)
    Object choose(
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String draft,
            @RequestParam(required = false) @Nullable String typed,
            @RequestParam(required = false) @Nullable String kept,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Draft<CommitteeForm>> from = find(request, draft);
        Optional<AreaView> chosen = AreaId.parse(area).flatMap(areas::find);
        Optional<Reason> refusal = chosen.isEmpty()
                ? Optional.of(Reason.of("committee.area.missing"))
                : Optional.ofNullable(availability
                        .blocked(List.of(chosen.get().id()), revised(from))
                        .get(chosen.get().id()));
        if (refusal.isPresent()) {
            return refused(refusal.get(), q, from, model);
        }
        String id = chosen.get().id().toString();
        if (from.filter(open -> open.form().areaId().equals(id)).isPresent()) {
            return "redirect:" + next(from.get());
        }
        DraftOwner owner = owners.browser(request, response);
        Optional<Draft<CommitteeForm>> named =
                "keep".equals(typed) ? drafts.find(owner, kept, definition) : Optional.empty();
        Optional<Draft<CommitteeForm>> before = from.or(() -> latest(owner));
        boolean answered = named.isPresent() || "clear".equals(typed);
        if (before.isPresent() && !answered) {
            model.addAttribute("area", chosen.get());
            model.addAttribute("before", list.of(definition, before.get(), null));
            model.addAttribute("sameArea", before.get().form().areaId().equals(id));
            model.addAttribute("change", draft);
            return "committee/keep-typed";
        }
        try {
            return "redirect:" + next(begin(id, from, named, owner));
        } catch (Refusal tooMany) {
            return refused(tooMany.reason(), q, from, model);
        }
    }

    /** A new registration never takes the number of a returned one along; a revision keeps it. */
    private Draft<CommitteeForm> begin(
            String area, Optional<Draft<CommitteeForm>> from, Optional<Draft<CommitteeForm>> kept, DraftOwner owner) {
        CommitteeForm form =
                kept.map(draft -> draft.form().choose(area)).orElseGet(() -> CommitteeForm.startedWith(area));
        if (kept.isPresent()) {
            return drafts.copy(kept.get(), form);
        }
        return from.isPresent() ? drafts.again(from.get(), form) : drafts.start(owner, definition.kind(), form);
    }

    /** What the browser filled in last as a new registration. */
    private Optional<Draft<CommitteeForm>> latest(DraftOwner owner) {
        return drafts.open(owner, definition.kind(), definition.formType()).stream()
                .filter(open -> open.revises().isEmpty())
                .findFirst();
    }

    private String next(Draft<CommitteeForm> draft) {
        return definition.unanswered(draft.form()).orElse(CommitteeRegistrationDefinition.FORM) + "?draft="
                + draft.key();
    }

    private Object refused(Reason reason, @Nullable String q, Optional<Draft<CommitteeForm>> from, Model model) {
        show(q, from, null, null, model);
        model.addAttribute("areaError", Messages.of(reason));
        return FormPages.invalid(PAGE);
    }

    @GetMapping(CommitteeRegistrationDefinition.SIBLINGS)
    String siblings(@RequestParam(required = false) @Nullable String draft, HttpServletRequest request, Model model) {
        Optional<Draft<CommitteeForm>> found = find(request, draft);
        if (found.isEmpty()) {
            return "redirect:" + CommitteeRegistrationDefinition.START;
        }
        showSiblings(found.get(), found.get().form(), model);
        return SIBLINGS;
    }

    @PostMapping(CommitteeRegistrationDefinition.SIBLINGS)
    Object answer(
            @RequestParam(required = false) @Nullable String same,
            @RequestParam(name = "siblingAnswer", required = false) @Nullable List<String> ticked,
            @RequestParam(required = false) @Nullable String draft,
            HttpServletRequest request,
            Model model) {
        Optional<Draft<CommitteeForm>> found = find(request, draft);
        if (found.isEmpty()) {
            return "redirect:" + CommitteeRegistrationDefinition.START;
        }
        CommitteeForm form = found.get().form();
        if ("yes".equals(same)) {
            showSiblings(found.get(), found.get().form(), model);
            List<String> together = new ArrayList<>(List.of(form.areaId()));
            areas.siblings(areas.standing(AreaId.of(form.areaId())).id())
                    .forEach(sibling -> together.add(sibling.id().toString()));
            model.addAttribute("report", together);
            return "committee/merge-first";
        }
        CommitteeForm answered = form.with(form.areaId(), ticked == null ? List.of() : ticked);
        if (!"no".equals(same) || answered.exceptions().isEmpty()) {
            showSiblings(found.get(), answered, model);
            model.addAttribute("same", same);
            model.addAttribute(
                    "siblingError",
                    Messages.of(
                            Reason.of("no".equals(same) ? "committee.siblings.why" : "committee.siblings.missing")));
            return FormPages.invalid(SIBLINGS);
        }
        return "redirect:" + next(drafts.save(found.get(), answered));
    }

    private void show(
            @Nullable String q,
            Optional<Draft<CommitteeForm>> draft,
            @Nullable String after,
            @Nullable String before,
            Model model) {
        model.addAttribute("q", q);
        model.addAttribute("number", revised(draft));
        model.addAttribute("draftKey", draft.map(Draft::key).orElse(null));
        model.addAttribute(
                "found",
                AreaChoices.of(
                        AreaSearch.of(q).page(after, before),
                        areas,
                        page -> availability.sentences(
                                page.stream().map(AreaView::id).toList(), revised(draft))));
    }

    private void showSiblings(Draft<CommitteeForm> draft, CommitteeForm form, Model model) {
        AreaView area = areas.standing(AreaId.of(form.areaId()));
        model.addAttribute("number", revised(Optional.of(draft)));
        model.addAttribute("draftKey", draft.key());
        model.addAttribute("area", area);
        model.addAttribute("siblings", areas.siblings(area.id()));
        model.addAttribute("exceptions", SiblingException.values());
        model.addAttribute("answer", form.siblingAnswer());
        model.addAttribute("same", form.siblingAnswer().isEmpty() ? null : "no");
    }

    /** The draft that an address names; empty where it names none. What it names and is gone leads to where one begins. */
    private Optional<Draft<CommitteeForm>> find(HttpServletRequest request, @Nullable String key) {
        if (key == null) {
            return Optional.empty();
        }
        return Optional.of(owners.findBrowser(request)
                .flatMap(owner -> drafts.find(owner, key, definition))
                .orElseThrow(() -> new DraftGone(definition.kind(), key)));
    }

    private static @Nullable ApplicationNumber revised(Optional<Draft<CommitteeForm>> draft) {
        return draft.flatMap(Draft::revises).orElse(null);
    }
}
