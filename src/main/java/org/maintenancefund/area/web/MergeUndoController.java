package org.maintenancefund.area.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 撤销合并, while nothing was decided on the kept area since. */
@Controller
@RequestMapping("/areas/merge/{merge}/undo")
class MergeUndoController {

    private final AreaMerging merging;

    MergeUndoController(AreaMerging merging) {
        this.merging = merging;
    }

    @GetMapping
    ModelAndView ask(@PathVariable UUID merge) {
        return page(merge, merging.whyNotUndone(merge), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView undo(@PathVariable UUID merge, @AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        AreaView kept = merging.members(merge).get(0);
        try {
            merging.undo(merge, user);
        } catch (Refusal refusal) {
            return page(merge, Optional.of(refusal.reason()), HttpStatus.CONFLICT);
        }
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("area.merge.undone", kept.name()));
        return FormPages.seeOther("/areas/" + kept.id());
    }

    private ModelAndView page(UUID merge, Optional<Reason> refused, HttpStatus status) {
        List<AreaView> members = merging.members(merge);
        return new ModelAndView("area/merge-undo", status)
                .addObject("merge", merge)
                .addObject("kept", members.get(0))
                .addObject("merged", members.subList(1, members.size()))
                .addObject("refused", refused.map(Messages::of).orElse(null))
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("area.merge.undo.title"))));
    }
}
