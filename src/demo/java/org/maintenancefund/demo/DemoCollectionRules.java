package org.maintenancefund.demo;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.billing.ChargeStandardId;
import org.maintenancefund.billing.standard.ChargeStandardService;
import org.maintenancefund.billing.standard.StandardProposal;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.domain.SettingService;
import org.maintenancefund.kernel.money.Rate;
import org.maintenancefund.unit.UnitUse;
import org.springframework.stereotype.Component;

/** What a city settles before its first community is opened: the settings of 日常收取, and standards by two people of the municipal centre. */
@Component
class DemoCollectionRules implements DemoStep {

    /** So many months ago the first community was opened for. */
    static final int MONTHS_AGO = 3;

    private static final Map<Setting, String> SETTINGS = Map.of(
            Setting.REMITTANCE_DAY, "15",
            Setting.CHARGE_START, "NEXT_MONTH",
            Setting.CHARGED_IN_WARRANTY, "YES",
            Setting.WARRANTY_YEARS, "2",
            Setting.EXEMPTIONS, "物业管理用房不缴；低保、特困家庭凭民政部门证明减半",
            Setting.PUBLICATION_MONTHS, "3",
            Setting.HIGHEST_AREA_RATE, "150");

    private final SettingService settings;
    private final ChargeStandardService standards;
    private final DemoPeople people;
    private final DemoDays days;
    private final TravellingClock clock;

    DemoCollectionRules(
            SettingService settings,
            ChargeStandardService standards,
            DemoPeople people,
            DemoDays days,
            TravellingClock clock) {
        this.settings = settings;
        this.standards = standards;
        this.people = people;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public void load() {
        YearMonth first = YearMonth.from(days.today()).minusMonths(MONTHS_AGO);
        CurrentUser administrator = people.named("demo-admin");
        clock.at(
                days.on(first.minusMonths(3).atDay(8), 9, 30),
                () -> SETTINGS.forEach((setting, value) -> {
                    settings.save(setting, value, 0, administrator);
                }));
        String document = "云住建〔" + first.minusMonths(3).getYear() + "〕18 号";
        List<ChargeStandardId> proposed = clock.at(days.on(first.minusMonths(3).atDay(10), 10, 0), () -> {
            return standards.propose(
                    List.of(
                            standard(UnitUse.RESIDENTIAL, true, "0.25", first, document),
                            standard(UnitUse.RESIDENTIAL, false, "0.15", first, document),
                            standard(UnitUse.COMMERCIAL, true, "0.40", first, document),
                            standard(UnitUse.COMMERCIAL, false, "0.35", first, document)),
                    people.named("demo-municipal"));
        });
        CurrentUser colleague = people.named("demo-municipal-colleague");
        clock.at(
                days.on(first.minusMonths(3).atDay(12), 15, 20),
                () -> proposed.forEach(id -> {
                    standards.confirm(id, standards.get(id).version(), colleague);
                }));
    }

    private static StandardProposal standard(UnitUse use, boolean lift, String rate, YearMonth from, String document) {
        return new StandardProposal(use, lift, Rate.parse(rate).value(), from, document);
    }
}
