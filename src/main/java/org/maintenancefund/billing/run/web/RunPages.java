package org.maintenancefund.billing.run.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.run.BillingRun;
import org.maintenancefund.billing.run.Outcome;
import org.maintenancefund.billing.run.RunKind;
import org.maintenancefund.billing.run.RunService;
import org.maintenancefund.billing.run.SecondPerson;
import org.maintenancefund.billing.run.Trial;
import org.maintenancefund.billing.run.TrialList;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Option;
import org.springframework.stereotype.Component;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.ModelMap;

/** A trial as its page shows it: the figures, what waits, and one of the lists behind the figures. */
@Component
@RequiredArgsConstructor
class RunPages {

    private static final String CHANGES = "CHANGES";

    private final RunService runs;
    private final TrialList lists;
    private final SecondPerson second;

    static List<Crumb> crumbs(AreaView area, String title) {
        return List.of(new Crumb(area.name(), BillPaths.area(area)), Crumb.of(title));
    }

    /** Throws a {@link org.maintenancefund.kernel.Refusal} where that month can't be billed now. */
    void show(AreaView area, YearMonth month, Map<String, List<String>> address, CurrentUser user, ModelMap model) {
        Trial trial = runs.trial(area, month);
        BillingRun waiting = runs.waiting(trial).orElse(null);
        model.addAttribute("trial", trial);
        model.addAttribute("summary", TrialFigures.of(trial));
        model.addAttribute("waiting", waiting);
        model.addAttribute("changed", waiting != null && !waiting.fingerprint().equals(trial.fingerprint()));
        boolean own = waiting != null && waiting.isProposedBy(user);
        model.addAttribute("own", own);
        model.addAttribute("second", own ? second.hint(user) : "");
        showList(trial, area, address, model);
    }

    private void showList(Trial trial, AreaView area, Map<String, List<String>> address, ModelMap model) {
        ListFilter filter = new ListFilter(BillPaths.run(area, trial.period()), address);
        List<Option> tabs = tabs(trial);
        String tab = filter.tab("tab", tabs, tabs.get(0).value());
        Listing<TrialList.Row> rows = tab.isEmpty() || tab.equals(CHANGES)
                ? lists.changes(area.id(), trial.period())
                : lists.with(Outcome.valueOf(tab), area.id(), trial.period());
        ExtendedModelMap list = new ExtendedModelMap();
        new ListPage<>(filter, rows).showRows(list);
        model.addAllAttributes(list);
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", filter.tabs("tab", value -> count(trial, value)));
    }

    /** The changes first where there are any; then what is billed, then why the others are not. */
    private static List<Option> tabs(Trial trial) {
        List<Option> tabs = new ArrayList<>();
        if (trial.kind() == RunKind.REGULAR && trial.before() > 0 && trial.changes() > 0) {
            tabs.add(Option.of(CHANGES, Messages.of("billing.run.changes")));
        }
        tabs.add(Option.of(Outcome.BILLED.name(), Outcome.BILLED.label()));
        Outcome.reasons().stream()
                .filter(outcome -> trial.count(outcome) > 0)
                .forEach(outcome -> tabs.add(Option.of(outcome.name(), outcome.label())));
        return tabs;
    }

    private static long count(Trial trial, String tab) {
        return tab.equals(CHANGES) ? trial.changes() : trial.count(Outcome.valueOf(tab));
    }
}
