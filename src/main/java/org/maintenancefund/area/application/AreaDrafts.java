package org.maintenancefund.area.application;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.review.ApplicationKind;
import org.maintenancefund.review.ApplicationNumber;
import org.maintenancefund.review.Draft;
import org.maintenancefund.review.DraftOwner;
import org.maintenancefund.review.Drafts;
import org.springframework.stereotype.Component;

/** What a person has filled in so far: one new application, and one for each that is being mended. */
@Component
class AreaDrafts {

    private static final ApplicationKind KIND = ApplicationKind.AREA_APPLICATION;

    private final Drafts drafts;
    private final AreaRights rights;
    private final AreaRecords records;
    private final AreaFormCheck check;
    private final Operators operators;

    AreaDrafts(Drafts drafts, AreaRights rights, AreaRecords records, AreaFormCheck check, Operators operators) {
        this.drafts = drafts;
        this.rights = rights;
        this.records = records;
        this.check = check;
        this.operators = operators;
    }

    Optional<Draft<AreaForm>> find(@Nullable ApplicationNumber mended, CurrentUser user) {
        return drafts.find(DraftOwner.of(user), KIND, mended, AreaForm.class);
    }

    /**
     * What is being filled in, for who may (still) do so.
     *
     * @throws NoDraft  where nothing is
     * @throws NotFound where the area isn't the organisation's any more
     */
    Draft<AreaForm> get(@Nullable ApplicationNumber mended, CurrentUser user) {
        Draft<AreaForm> draft = find(mended, user).orElseThrow(NoDraft::new);
        String area = draft.form().areaId();
        if (area != null) {
            rights.require(new AreaId(UUID.fromString(area)), user);
        } else if (!rights.mayAdd(user)) {
            throw new NotFound("new area");
        }
        return draft;
    }

    /** Begins anew; what was being filled in before is thrown away. */
    void start(@Nullable AreaId id, CurrentUser user) {
        AreaForm form;
        if (id == null) {
            if (!rights.mayAdd(user)) {
                throw new NotFound("new area");
            }
            form = AreaForm.forNewArea();
        } else {
            AreaView area = rights.require(id, user);
            AreaInfo info = records.info(area);
            form = AreaForm.of(area.id().toString(), info, info);
        }
        discard(user);
        drafts.save(DraftOwner.of(user), KIND, null, form);
    }

    void discard(CurrentUser user) {
        drafts.discard(DraftOwner.of(user), KIND, null);
    }

    Draft<AreaForm> save(Draft<AreaForm> draft, AreaForm form) {
        return drafts.save(draft.owner(), KIND, draft.mended(), form);
    }

    /** What is submitted; empty while a step is not complete. */
    Optional<AreaDetails> details(AreaForm form, CurrentUser user) {
        OperatorView person =
                operators.find(user.operatorId()).orElseThrow(() -> new NotFound("operator " + user.operatorId()));
        return check.read(form).map(told -> {
            AreaInfo before = form.before();
            if (form.areaId() == null || before == null) {
                return details(null, null, told, person, user);
            }
            UUID area = UUID.fromString(form.areaId());
            AreaInfo now = records.info(records.standing(new AreaId(area)));
            return details(area, now, told.appliedTo(before, now), person, user);
        });
    }

    private static AreaDetails details(
            @Nullable UUID area, @Nullable AreaInfo before, AreaInfo after, OperatorView person, CurrentUser user) {
        return new AreaDetails(
                area, before, after, person.personName(), person.mobile().toString(), user.organisationName());
    }
}
