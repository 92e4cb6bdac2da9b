package org.maintenancefund.disclosure.paper.web;

import java.util.List;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.disclosure.paper.IssuedPaper;
import org.maintenancefund.disclosure.paper.PaperNumber;
import org.maintenancefund.disclosure.paper.PaperService;
import org.maintenancefund.disclosure.paper.PaperService.PaperOfArea;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** 缴款证明 given out at the counter, and every paper once more to be printed. */
@Controller
@RequiredArgsConstructor
class IssuedPaperController {

    static final String PATH = "/papers/";

    private final PaperService papers;

    @PostMapping(PATH + "receipts/{receipt}")
    ModelAndView provePayment(@PathVariable String receipt, @AuthenticationPrincipal CurrentUser user) {
        return FormPages.seeOther(PATH + papers.provePayment(receipt, user));
    }

    @GetMapping(PATH + "{number}")
    String show(@PathVariable PaperNumber number, @AuthenticationPrincipal CurrentUser user, Model model) {
        PaperOfArea found = papers.get(number, user);
        IssuedPaper paper = found.paper();
        model.addAttribute(
                "paper", PaperPage.of(paper, papers.code(paper), papers.standing(paper), UnaryOperator.identity()));
        model.addAttribute("unit", paper.unit());
        model.addAttribute(
                Crumb.ATTRIBUTE,
                List.of(
                        new Crumb(found.area().name(), UnitPaperController.path(paper.unit())),
                        Crumb.of(paper.kind().title())));
        return "disclosure/paper/show";
    }
}
