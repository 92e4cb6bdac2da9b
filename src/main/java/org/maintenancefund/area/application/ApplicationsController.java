package org.maintenancefund.area.application;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.review.ApplicationKind;
import org.maintenancefund.review.Applications;
import org.maintenancefund.review.Draft;
import org.maintenancefund.web.FormPages;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 社区信息完善: what the organisation applied for, what is being filled in, and which community to begin with. */
@Controller
class ApplicationsController {

    /** Companies with more areas than this find theirs by name. */
    private static final int MOST_SHOWN = 30;

    private final AreaDrafts drafts;
    private final AreaRights rights;
    private final Applications applications;

    ApplicationsController(AreaDrafts drafts, AreaRights rights, Applications applications) {
        this.drafts = drafts;
        this.rights = rights;
        this.applications = applications;
    }

    @GetMapping("/areas/applications")
    String list(@RequestParam(defaultValue = "") String q, @AuthenticationPrincipal CurrentUser user, Model model) {
        String key = ChineseText.fold(q);
        List<AreaView> all = rights.areasOf(user);
        List<AreaView> found = all.stream()
                .filter(area -> key.isEmpty()
                        || ChineseText.fold(area.name() + " " + area.code() + " " + area.address())
                                .contains(key))
                .toList();
        model.addAttribute("q", ChineseText.clean(q));
        model.addAttribute("areas", found.stream().limit(MOST_SHOWN).toList());
        model.addAttribute("searchable", all.size() > MOST_SHOWN || !key.isEmpty());
        model.addAttribute("more", found.size() > MOST_SHOWN);
        model.addAttribute("mayAdd", rights.mayAdd(user));
        model.addAttribute("draft", drafts.find(null, user).map(Draft::form).orElse(null));
        model.addAttribute("applications", applications.allOf(ApplicationKind.AREA_APPLICATION, user.organisation()));
        return "area/application/list";
    }

    /** Begins, unless something else is being filled in: then it asks first. */
    @PostMapping("/areas/applications/start")
    Object start(
            @RequestParam(required = false) @Nullable AreaId area,
            @RequestParam(defaultValue = "false") boolean discard,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        AreaView wanted = area == null ? null : rights.require(area, user);
        Optional<AreaForm> open = drafts.find(null, user).map(Draft::form);
        if (open.isPresent() && !discard) {
            String about = wanted == null ? null : wanted.id().toString();
            if (Objects.equals(open.get().areaId(), about)) {
                return FormPages.seeOther(AreaApplication.PATH);
            }
            model.addAttribute("open", open.get());
            model.addAttribute("wanted", wanted);
            return new ModelAndView("area/application/start", HttpStatus.CONFLICT);
        }
        drafts.start(wanted == null ? null : wanted.id(), user);
        return FormPages.seeOther(AreaApplication.PATH);
    }
}
