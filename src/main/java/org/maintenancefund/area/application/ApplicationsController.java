package org.maintenancefund.area.application;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.Applications.OwnApplication;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.area.AreaChoices;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.web.FormPages;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 社区信息完善: what the organisation applied for, what is being filled in, and which community to begin with. */
@Controller
@RequiredArgsConstructor
class ApplicationsController {

    private final AreaApplicationDefinition definition;
    private final AreaDrafts drafts;
    private final OpenDrafts open;
    private final Applications applications;

    @GetMapping("/areas/applications")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        List<AreaId> areas = drafts.areasOf(user);
        AreaChoices choices = drafts.find(ChineseText.clean(q), areas);
        model.addAttribute("choices", choices);
        model.addAttribute("searchable", areas.size() > Slice.SIZE || choices.isSearched());
        model.addAttribute("mayAdd", drafts.mayAdd(user));
        model.addAttribute("drafts", open.of(definition, DraftOwner.of(user), user));
        Listing<OwnApplication> own = applications.own(AreaApplicationDefinition.KIND, user.organisation());
        Cursor cursor = own.cursor(after, before);
        Slice<OwnApplication> page = own.page(cursor);
        model.addAttribute("applications", page);
        model.addAttribute("codes", drafts.codes(page.items()));
        model.addAttribute("total", own.count(cursor, page));
        return "area/application/list";
    }

    /** Begins, or goes on with what was begun about that area. */
    @PostMapping("/areas/applications/start")
    ModelAndView start(
            @RequestParam(required = false) @Nullable AreaId area, @AuthenticationPrincipal CurrentUser user) {
        return FormPages.seeOther(AreaStep.path(drafts.start(area, user), ""));
    }

    /** The template for step C, also for who has no draft. */
    @GetMapping(AreaApplicationDefinition.PATH + "/buildings/template")
    void template(HttpServletResponse response) throws IOException {
        BuildingSheet.sendTemplate(response);
    }
}
