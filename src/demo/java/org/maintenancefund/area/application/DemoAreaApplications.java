package org.maintenancefund.area.application;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.Decision;
import org.maintenancefund.application.Decisions;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.Submissions;
import org.maintenancefund.area.Building;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.demo.DemoPeople;
import org.maintenancefund.demo.DemoStep;
import org.maintenancefund.demo.TravellingClock;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;

/** One new community that waits for its review, and one that was returned. */
@Component
class DemoAreaApplications implements DemoStep {

    private static final ApplicationKind KIND = AreaApplicationDefinition.KIND;

    private final DemoPeople people;
    private final Districts districts;
    private final Drafts drafts;
    private final AreaApplicationDefinition definition;
    private final Submissions submissions;
    private final Applications applications;
    private final Decisions decisions;
    private final TravellingClock clock;

    DemoAreaApplications(
            DemoPeople people,
            Districts districts,
            Drafts drafts,
            AreaApplicationDefinition definition,
            Submissions submissions,
            Applications applications,
            Decisions decisions,
            TravellingClock clock) {
        this.people = people;
        this.districts = districts;
        this.drafts = drafts;
        this.definition = definition;
        this.submissions = submissions;
        this.applications = applications;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public void load() {
        submitted("云栖雅筑", 4, "云栖路 19 号", daysAgo(1));
        ApplicationNumber number = submitted("听澜汀", 6, "听澜路 3 号", daysAgo(6));
        clock.at(daysAgo(3), () -> {
            CurrentUser clerk = people.named("demo-district");
            int version = applications.forReview(KIND, number, clerk).version();
            decisions.decide(
                    KIND,
                    number,
                    new Decision(ReviewAction.RETURN, version, List.of("楼栋信息不完整或有误"), "规划许可证上有 7 幢，请补齐。", ""),
                    clerk);
        });
    }

    private ApplicationNumber submitted(String name, int buildings, String address, Instant at) {
        return clock.at(at, () -> {
            CurrentUser applicant = people.named("demo-enterprise");
            AreaForm form = form(districts.byCode("DH").orElseThrow(), name, buildings, address);
            Draft<AreaForm> draft = drafts.start(DraftOwner.of(applicant), KIND, form);
            AreaDetails details = definition
                    .read(
                            draft,
                            new Applicant(draft.owner(), applicant, Map.of()),
                            new BeanPropertyBindingResult(form, "form"))
                    .orElseThrow();
            return submissions.submit(draft, details, applicant).number();
        });
    }

    private static AreaForm form(DistrictCentre district, String name, int count, String address) {
        List<Building> buildings = IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Building(i + " 栋", 11, 2, 44, new BigDecimal("4620")))
                .toList();
        BigDecimal total = new BigDecimal("4620").multiply(BigDecimal.valueOf(count));
        return new AreaForm(
                null,
                null,
                new AreaForm.Basics(
                        name,
                        district.id().toString(),
                        district.streets().get(1).id().toString(),
                        "柳堤第一社区",
                        address,
                        "DH-0901-%04d".formatted(count)),
                new AreaForm.Scale(
                        "RESIDENTIAL",
                        total.toPlainString(),
                        total.toPlainString(),
                        "0",
                        "0",
                        Integer.toString(count),
                        Integer.toString(44 * count),
                        "2019"),
                buildings,
                List.of(),
                new AreaForm.Account(AreaForm.Account.NO, "", "", ""));
    }

    private Instant daysAgo(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }
}
