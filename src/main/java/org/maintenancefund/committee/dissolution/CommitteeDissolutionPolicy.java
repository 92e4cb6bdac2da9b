package org.maintenancefund.committee.dissolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationPolicy;
import org.maintenancefund.application.ApplicationSummary;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.PreCheck;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.committee.DissolutionEffect;
import org.maintenancefund.committee.DissolutionEffect.Kind;
import org.maintenancefund.committee.DissolutionReason;
import org.maintenancefund.committee.domain.DissolutionService;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.springframework.stereotype.Component;

/**
 * 业委会注销: of a committee that is not dissolved yet. A change or an association that is under way stands in nobody's way: it
 * is told, and ends with the committee.
 */
@Component
@RequiredArgsConstructor
class CommitteeDissolutionPolicy implements ApplicationPolicy<DissolutionDetails> {

    private final Committees committees;
    private final DissolutionService dissolutions;
    private final Applications applications;
    private final PropertyAreas areas;

    @Override
    public ApplicationSummary summarise(DissolutionDetails details) {
        CommitteeView committee = committees.get(details.committee());
        AreaView area = areas.standing(committee.area());
        return new ApplicationSummary(
                details.committeeId(),
                committee.name(),
                details.reason().label(),
                committee.district(),
                area.street().value(),
                committee.contactName(),
                committee.contactMobile());
    }

    @Override
    public Optional<Reason> obstacle(DissolutionDetails details) {
        return committees
                        .find(details.committee())
                        .filter(found -> found.status() != CommitteeStatus.DISSOLVED)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Reason.of("committee.dissolution.gone"));
    }

    /**
     * The same before anything is typed, and whether another one is pending.
     *
     * @param revised the application that is being revised; null for a new one
     */
    Optional<Reason> obstacle(CommitteeView committee, @Nullable ApplicationNumber revised) {
        if (committee.status() == CommitteeStatus.DISSOLVED) {
            return Optional.of(Reason.of("committee.dissolution.gone"));
        }
        return applications.underway(committee.id().ref()).stream()
                .filter(other -> other.kind().equals(CommitteeDissolutionDefinition.KIND))
                .filter(other -> !other.isReturned() && !other.number().equals(revised))
                .findFirst()
                .map(other -> CommitteeDissolutionDefinition.KIND.alreadyPending());
    }

    @Override
    public List<SystemCheck> compare(ApplicationNumber number, DissolutionDetails details) {
        CommitteeView committee = committees.get(details.committee());
        List<DissolutionEffect> effects = dissolutions.foresee(committee, number);
        List<SystemCheck> checks = new ArrayList<>();
        if (details.reason() == DissolutionReason.TERM_NOT_RENEWED && committee.status() == CommitteeStatus.IN_OFFICE) {
            checks.add(SystemCheck.look("committee.dissolution.check.term-runs", committee.standing()));
        }
        for (Kind kind : Kind.values()) {
            List<String> words = DissolutionRows.words(effects, kind);
            String key = "committee.dissolution.check." + kind;
            checks.add(
                    words.isEmpty()
                            ? SystemCheck.good(key + ".none")
                            : SystemCheck.look(key, words.size(), String.join("；", words)));
        }
        AreaView area = areas.standing(committee.area());
        checks.add(SystemCheck.good("committee.dissolution.check.area", area.name(), area.code()));
        return checks;
    }

    @Override
    public List<PreCheck> foresee(Draft<?> draft, DissolutionDetails details) {
        List<PreCheck> found = new ArrayList<>();
        CommitteeView committee = committees.get(details.committee());
        if (details.reason() == DissolutionReason.TERM_NOT_RENEWED && committee.status() == CommitteeStatus.IN_OFFICE) {
            found.add(PreCheck.at(
                    "reason",
                    Messages.of("committee.dissolution.field.reason"),
                    "committee.dissolution.pre.term-runs",
                    committee.standing()));
        }
        if (draft.files().isEmpty()) {
            found.add(PreCheck.at("files", Messages.of("committee.scan.proof"), "committee.dissolution.pre.no-proof"));
        }
        return found;
    }

    /** It ends the committee's other applications and its association: no one of them is approved at that moment. */
    @Override
    public boolean approvesAlone() {
        return true;
    }

    @Override
    public void approved(ApprovedApplication application, DissolutionDetails details) {
        dissolutions.dissolve(details.committee(), details.reason(), details.explanation(), application);
    }

    /** The committee's also where its district entered it: its people are to see it coming. */
    @Override
    public Optional<OrgRef> applicant(DissolutionDetails details) {
        return Optional.of(details.committee().ref());
    }
}
