package org.maintenancefund.billing.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationSubjects;
import org.maintenancefund.application.ApplicationSubjects.OpenApplication;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.PreCheck;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.ChargeStandard;
import org.maintenancefund.billing.standard.AreaRateLimit.Compared;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.kernel.Messages;
import org.springframework.stereotype.Component;

/** What stands in nobody's way and is told all the same: to the reviewer, and before the submission to the committee. */
@Component
@RequiredArgsConstructor
class AreaStandardChecks {

    private final ApplicationSubjects applications;
    private final Committees committees;

    /**
     * 系统比对 of the rate.
     *
     * @param holding what such units would be charged by without it
     */
    List<SystemCheck> of(AreaStandardDetails details, List<Compared> besideCity, List<ChargeStandard> holding) {
        List<SystemCheck> checks = new ArrayList<>();
        besideCity.forEach(compared -> checks.add(besideCity(compared)));
        details.standards().forEach(told -> checks.add(besideNow(told, holding)));
        TypedStandard.doubt(details.rate()).ifPresent(doubt -> checks.add(SystemCheck.look(doubt)));
        return checks;
    }

    /** What else is under way about the area and its committee. */
    List<SystemCheck> underway(AreaView area, ApplicationNumber number, AreaStandardDetails details) {
        List<SystemCheck> checks = new ArrayList<>();
        List<OpenApplication> underway = applications.open(List.of(area.id().value(), details.committeeId()));
        committees
                .pendingDissolution(underway)
                .ifPresent(pending -> checks.add(SystemCheck.look("committee.check.dissolution", pending)));
        String others = underway.stream()
                .filter(open -> open.subject().equals(area.id().value()))
                .filter(open -> !open.number().equals(number))
                .map(open -> open.kind().label() + " " + open.number())
                .collect(Collectors.joining("、"));
        if (!others.isEmpty()) {
            checks.add(SystemCheck.good("billing.standard.check.others", others));
        }
        return checks;
    }

    private static SystemCheck besideCity(Compared compared) {
        StandardProposal told = compared.told();
        ChargeStandard city = compared.city();
        String kind = StandardWords.kind(told.use(), told.lift());
        if (city == null) {
            return SystemCheck.look("billing.standard.limit.no-city", kind, told.from());
        }
        long percent = Compared.percent(told.rate(), city.rate());
        String rate = StandardWords.rate(city.rate());
        return isLower(compared)
                ? SystemCheck.look("billing.standard.check.lower", kind, rate, percent)
                : SystemCheck.good("billing.standard.check.city", kind, rate, percent);
    }

    /** What would be charged in that month without it. */
    private static SystemCheck besideNow(StandardProposal told, List<ChargeStandard> holding) {
        String kind = StandardWords.kind(told.use(), told.lift());
        return holding.stream()
                .filter(told::isAnsweredBy)
                .findFirst()
                .map(holds -> SystemCheck.good(
                        holds.area().isPresent()
                                ? "billing.standard.check.own-before"
                                : "billing.standard.check.city-before",
                        kind,
                        StandardWords.rate(holds.rate())))
                .orElseGet(() -> SystemCheck.look("billing.standard.check.none-before", kind));
    }

    /** 提交前预审. */
    static List<PreCheck> foreseen(Draft<?> draft, AreaStandardDetails details, List<Compared> besideCity) {
        List<PreCheck> found = new ArrayList<>();
        if (draft.files().isEmpty()) {
            found.add(at("files", "billing.standard.pre.no-scan"));
        }
        TypedStandard.doubt(details.rate())
                .ifPresent(doubt -> found.add(
                        at("rate", "billing.standard.pre.high", doubt.args().get(0))));
        if (besideCity.stream().anyMatch(AreaStandardChecks::isLower)) {
            found.add(at("rate", "billing.standard.pre.lower"));
        }
        return found;
    }

    private static boolean isLower(Compared compared) {
        ChargeStandard city = compared.city();
        return city != null && compared.told().rate().compareTo(city.rate()) < 0;
    }

    private static PreCheck at(String field, String key, Object... args) {
        return PreCheck.at(field, Messages.of("billing.standard.application.field." + field), key, args);
    }
}
