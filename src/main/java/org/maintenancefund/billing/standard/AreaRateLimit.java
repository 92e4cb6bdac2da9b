package org.maintenancefund.billing.standard;

import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.billing.ChargeStandard;
import org.maintenancefund.billing.ChargeStandards;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.Settings;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.money.Rate;
import org.springframework.stereotype.Component;

/**
 * How high the standard of an area may be: so many percent of the city's for such units in its first month. Where the city has
 * decided neither, no area can have one of its own.
 */
@Component
@RequiredArgsConstructor
class AreaRateLimit {

    private static final int WHOLE = 100;

    private final Settings settings;
    private final ChargeStandards standards;

    /**
     * A standard that is applied for, beside the city's.
     *
     * @param city    null where the city has none
     * @param highest what it may be at most; null where the city has none or has set no limit
     */
    record Compared(
            StandardProposal told,
            @Nullable ChargeStandard city,
            @Nullable Rate highest) {

        /** How much of the city's it is, in whole percent. */
        static long percent(Rate rate, Rate ofCity) {
            return ((long) rate.tenThousandths() * WHOLE + ofCity.tenThousandths() / 2) / ofCity.tenThousandths();
        }
    }

    /** Why no area can have a standard of its own; empty where one can. */
    Optional<Reason> unset() {
        return percent().isPresent()
                ? Optional.empty()
                : Optional.of(Reason.of("city.setting.needed", Setting.HIGHEST_AREA_RATE.label()));
    }

    Optional<Integer> percent() {
        return settings.find(Setting.HIGHEST_AREA_RATE).map(Integer::valueOf);
    }

    /** By one question, however many standards are asked for. */
    List<Compared> compare(AreaStandardDetails details) {
        Integer percent = percent().orElse(null);
        List<ChargeStandard> ofCity = standards.ofCityFrom(details.from());
        return details.standards().stream()
                .map(told -> compare(told, ofCity, percent))
                .toList();
    }

    private static Compared compare(StandardProposal told, List<ChargeStandard> ofCity, @Nullable Integer percent) {
        ChargeStandard city =
                ofCity.stream().filter(told::isAnsweredBy).findFirst().orElse(null);
        return new Compared(told, city, city == null || percent == null ? null : highest(city.rate(), percent));
    }

    private static Rate highest(Rate city, int percent) {
        return new Rate(Math.toIntExact((long) city.tenThousandths() * percent / WHOLE));
    }

    /** Why the rate can't be the area's; empty where it can. */
    Optional<Reason> refusal(List<Compared> all) {
        return unset().or(() ->
                all.stream().flatMap(compared -> refusal(compared).stream()).findFirst());
    }

    private Optional<Reason> refusal(Compared compared) {
        StandardProposal told = compared.told();
        ChargeStandard city = compared.city();
        String kind = StandardWords.kind(told.use(), told.lift());
        if (city == null || compared.highest() == null) {
            return Optional.of(Reason.of("billing.standard.limit.no-city", kind, told.from()));
        }
        return told.rate().compareTo(compared.highest()) > 0
                ? Optional.of(Reason.of(
                        "billing.standard.limit.too-high",
                        kind,
                        StandardWords.rate(city.rate()),
                        percent().orElseThrow(),
                        StandardWords.rate(compared.highest())))
                : Optional.empty();
    }
}
