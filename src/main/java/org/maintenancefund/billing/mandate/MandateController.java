package org.maintenancefund.billing.mandate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.Applications.OwnApplication;
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.billing.mandate.NamedMandates.NamedMandate;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 收取授权: who collects in the committee's area, now and later, who did, and the committee's own applications. */
@Controller
@RequiredArgsConstructor
class MandateController {

    private final NamedMandates mandates;
    private final MandateService service;
    private final MandatePolicy policy;
    private final Committees committees;
    private final PropertyAreas areas;
    private final Applications applications;
    private final OpenDrafts drafts;
    private final Clock clock;

    /**
     * A mandate that is not over.
     *
     * @param revocable whether the committee can take back what is left of it
     */
    record Line(NamedMandate named, String period, MandateState state, boolean revocable) {}

    @GetMapping("/mandates")
    String list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        AreaView area = areas.get(committees.own(user).area());
        List<NamedMandate> all = mandates.of(area.id());
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("area", area);
        model.addAttribute(
                "current",
                all.stream()
                        .filter(named -> !named.mandate().isOverOn(today))
                        .sorted((one, other) -> one.mandate()
                                .validFrom()
                                .compareTo(other.mandate().validFrom()))
                        .map(named -> line(named, today))
                        .toList());
        model.addAttribute("history", history(all, today));
        model.addAttribute("waiting", policy.isPending(area.id(), null));
        model.addAttribute("drafts", drafts.of(MandateDefinition.KIND, user));
        Listing<OwnApplication> own = applications.own(MandateDefinition.KIND, user.organisation());
        Cursor cursor = own.cursor(after, before);
        Slice<OwnApplication> page = own.page(cursor);
        model.addAttribute("applications", page);
        model.addAttribute("total", own.count(cursor, page));
        return "billing/mandates";
    }

    private Line line(NamedMandate named, LocalDate today) {
        return new Line(
                named,
                period(named.mandate()),
                named.state(today),
                !service.revocableOn(named.mandate()).isEmpty());
    }

    private static RecordTable history(List<NamedMandate> all, LocalDate today) {
        List<Row> rows = all.stream()
                .limit(RecordTable.MOST)
                .map(named -> row(named, today))
                .toList();
        return RecordTable.of("billing.mandate.history", rows, all.size());
    }

    private static Row row(NamedMandate named, LocalDate today) {
        Mandate mandate = named.mandate();
        MandateState state = named.state(today);
        return Row.of(
                Cell.of(named.collector()),
                mandate.isVoid()
                        ? Cell.of(Messages.of("billing.mandate.planned", mandate.validFrom()))
                        : Cell.of(period(mandate)),
                Cell.of(named.approvedBy()),
                Cell.of(mandate.endReason() == null ? null : mandate.endReason().label())
                        .under(named.revokedBecause()),
                Cell.tag(state.tag(), state.label()));
    }

    private static String period(Mandate mandate) {
        return Messages.of("kernel.period", mandate.validFrom(), mandate.validTo());
    }
}
