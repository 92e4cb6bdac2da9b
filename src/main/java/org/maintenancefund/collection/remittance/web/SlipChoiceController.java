package org.maintenancefund.collection.remittance.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.collection.remittance.DeclarationNumber;
import org.maintenancefund.collection.remittance.SlipChoice;
import org.maintenancefund.collection.remittance.SlipNumber;
import org.maintenancefund.collection.remittance.SlipRegister;
import org.maintenancefund.collection.remittance.SlipService;
import org.maintenancefund.collection.remittance.SlipView;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which declarations a slip is made of: of a new one, or of a draft. Those that go into one account stand together. */
@Controller
@RequestMapping(RemittancePages.SLIPS)
@RequiredArgsConstructor
class SlipChoiceController {

    private final SlipChoice choice;
    private final SlipService service;
    private final SlipRegister slips;

    /**
     * Declarations that can go into one slip together.
     *
     * @param title the account; null where their areas have none
     */
    record Group(@Nullable String title, @Nullable String number, List<SlipChoice.Choice> choices) {

        public Money amount() {
            return Money.sum(choices.stream().map(SlipChoice.Choice::amount));
        }
    }

    @GetMapping("/new")
    ModelAndView fresh(@AuthenticationPrincipal CurrentUser user) {
        return page(null, null, null, user, HttpStatus.OK);
    }

    @PostMapping("/new")
    ModelAndView draft(
            @RequestParam(required = false) @Nullable List<String> declarations,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        Set<DeclarationNumber> chosen = read(declarations);
        try {
            SlipNumber number = service.draft(chosen, user);
            return FormPages.seeOther(
                    RemittancePages.path(number), Notice.success("remittance.slip.drafted", number), flash);
        } catch (Refusal refusal) {
            return page(null, chosen, refusal, user, HttpStatus.BAD_REQUEST);
        }
    }

    @GetMapping("/{number}/change")
    ModelAndView again(@PathVariable SlipNumber number, @AuthenticationPrincipal CurrentUser user) {
        return page(slips.get(number, user), null, null, user, HttpStatus.OK);
    }

    @PostMapping("/{number}/change")
    ModelAndView change(
            @PathVariable SlipNumber number,
            @RequestParam(required = false) @Nullable List<String> declarations,
            @RequestParam(defaultValue = "") String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        SlipView slip = slips.get(number, user);
        Set<DeclarationNumber> chosen = read(declarations);
        try {
            service.change(number, FormPages.seenVersion(version), chosen, user);
            return FormPages.seeOther(
                    RemittancePages.path(number), Notice.success("remittance.slip.changed", number), flash);
        } catch (Refusal refusal) {
            return page(slip, chosen, refusal, user, HttpStatus.BAD_REQUEST);
        }
    }

    private ModelAndView page(
            @Nullable SlipView slip,
            @Nullable Set<DeclarationNumber> chosen,
            @Nullable Refusal refusal,
            CurrentUser user,
            HttpStatus status) {
        List<SlipChoice.Choice> offered = choice.of(slip == null ? null : slip.number(), user);
        Set<DeclarationNumber> ticked = chosen != null
                ? chosen
                : offered.stream()
                        .filter(one -> one.chosen())
                        .map(SlipChoice.Choice::number)
                        .collect(Collectors.toSet());
        return new ModelAndView("collection/slip-choice", status)
                .addObject("slip", slip)
                .addObject("groups", groups(offered))
                .addObject("ticked", ticked)
                .addObject("refusal", refusal == null ? null : Messages.of(refusal.reason()))
                .addObject(
                        Crumb.ATTRIBUTE,
                        slip == null
                                ? List.of(Crumb.of(Messages.of("remittance.slip.new")))
                                : List.of(
                                        new Crumb(slip.number().toString(), RemittancePages.path(slip.number())),
                                        Crumb.of(Messages.of("remittance.slip.change"))));
    }

    private static List<Group> groups(List<SlipChoice.Choice> offered) {
        Map<String, List<SlipChoice.Choice>> byAccount = offered.stream()
                .collect(Collectors.groupingBy(
                        one -> one.district() + " " + one.account(), LinkedHashMap::new, Collectors.toList()));
        return byAccount.values().stream()
                .map(together -> new Group(
                        together.get(0).account() == null
                                ? null
                                : together.get(0).bank() + " " + together.get(0).accountName(),
                        together.get(0).accountNumber(),
                        together))
                .toList();
    }

    /** What is no number was not offered. */
    private static Set<DeclarationNumber> read(@Nullable List<String> typed) {
        return Objects.requireNonNullElse(typed, List.<String>of()).stream()
                .filter(number -> number.matches("JS[0-9]{8}-[0-9]{4,6}"))
                .map(DeclarationNumber::new)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
