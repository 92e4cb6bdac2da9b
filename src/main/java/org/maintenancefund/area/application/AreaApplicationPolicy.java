package org.maintenancefund.area.application;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationPolicy;
import org.maintenancefund.application.ApplicationSummary;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.area.AreaEvent;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.Reason;
import org.springframework.stereotype.Component;

/** 社区信息完善: approved, a new area exists with its code, or one on record is changed. */
@Component
class AreaApplicationPolicy implements ApplicationPolicy<AreaDetails> {

    private final AreaRecords records;
    private final AreaComparison comparison;
    private final InfoLines lines;
    private final AreaRegister register;

    AreaApplicationPolicy(AreaRecords records, AreaComparison comparison, InfoLines lines, AreaRegister register) {
        this.records = records;
        this.comparison = comparison;
        this.lines = lines;
        this.register = register;
    }

    @Override
    public ApplicationSummary summarise(AreaDetails details) {
        Optional<AreaView> area = details.area().map(records::standing);
        AreaInfo info = details.after();
        return new ApplicationSummary(
                area.map(found -> found.id().value()).orElseGet(() -> subjectOf(info)),
                area.map(AreaView::name).orElse(info.area().name()),
                area.isPresent() ? AreaDetails.CHANGE : AreaDetails.NEW,
                area.map(AreaView::district).orElse(info.district()),
                info.area().street().value(),
                details.contactName(),
                new MobileNumber(details.contactMobile()));
    }

    /** A new area is the same as another one of that name in the district. */
    private static UUID subjectOf(AreaInfo info) {
        return UUID.nameUUIDFromBytes(
                ("area:" + info.district() + ":" + ChineseText.fold(info.area().name()))
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Reason> obstacle(AreaDetails details) {
        if (details.area().isEmpty()) {
            return records.named(details.after())
                    .map(area -> Reason.of("area.application.exists", area.name(), area.code()));
        }
        return details.after().equals(details.before())
                ? Optional.of(Reason.of("area.application.nothing"))
                : Optional.empty();
    }

    @Override
    public List<SystemCheck> compare(ApplicationNumber number, AreaDetails details) {
        return comparison.compare(details);
    }

    @Override
    public Optional<Reason> doubt(AreaDetails details) {
        AreaInfo before = details.before();
        Optional<AreaView> area = details.area().map(records::standing);
        if (before == null || area.isEmpty()) {
            return Optional.empty();
        }
        List<String> labels = lines.overwrittenLabels(before, details.after(), records.info(area.get()));
        return labels.isEmpty()
                ? Optional.empty()
                : Optional.of(Reason.of("area.application.moved-on", String.join("、", labels)));
    }

    @Override
    public void approved(ApprovedApplication application, AreaDetails details) {
        AreaInfo before = details.before();
        if (details.area().isEmpty() || before == null) {
            AreaId entered = register.enter(
                    details.after().area(),
                    Messages.of("area.application.history", details.organisation(), application.number()),
                    application.approvedBy());
            register.changeBuildings(entered, details.after().buildingList());
            return;
        }
        AreaId area = records.standing(details.area().get()).id();
        register.lock(area);
        AreaView current = records.standing(area);
        AreaInfo now = records.info(current);
        AreaInfo wanted = details.after().appliedTo(before, now);
        register.change(
                area,
                wanted.area(),
                AreaEvent.CHANGED,
                Messages.of(
                        "area.application.history.change",
                        String.join("、", lines.changedLabels(now, wanted)),
                        details.organisation(),
                        application.number()),
                application.approvedBy());
        if (!wanted.buildingList().equals(now.buildingList())) {
            register.changeBuildings(area, wanted.buildingList());
        }
    }
}
