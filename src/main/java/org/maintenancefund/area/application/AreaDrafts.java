package org.maintenancefund.area.application;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Applications.OwnApplication;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftGone;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.application.Revision;
import org.maintenancefund.application.Revisions;
import org.maintenancefund.area.AreaChoices;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaKeepers;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaBuildings;
import org.maintenancefund.kernel.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;

/**
 * What a person has filled in so far, and whose information that may be: that of areas the organisation manages, companies
 * also that of new ones. Several communities may be under way beside each other.
 */
@Component
@RequiredArgsConstructor
class AreaDrafts {

    private static final ApplicationKind KIND = AreaApplicationDefinition.KIND;

    private final Drafts drafts;
    private final Revisions revisions;
    private final ObjectProvider<AreaKeepers> keepers;
    private final PropertyAreas areas;
    private final AreaBuildings buildings;

    /**
     * What is being filled in, for who may (still) do so.
     *
     * @throws DraftGone where it is not there any more, or its area isn't the organisation's any more
     */
    Draft<AreaForm> get(@Nullable String key, CurrentUser user) {
        Draft<AreaForm> draft = Draft.readKey(key)
                .flatMap(read -> drafts.find(DraftOwner.of(user), read, KIND, AreaForm.class))
                .orElseThrow(() -> new DraftGone(KIND, key));
        try {
            require(draft.form(), user);
        } catch (NotFound notTheirsAnyMore) {
            throw new DraftGone(KIND, key);
        }
        return draft;
    }

    void require(AreaForm form, CurrentUser user) {
        if (form.areaId() != null) {
            require(AreaId.of(form.areaId()), user);
        } else if (!mayAdd(user)) {
            throw new NotFound("new area");
        }
    }

    /** Begins, or goes on with what was begun about the same area. */
    Draft<AreaForm> start(@Nullable AreaId id, CurrentUser user) {
        if (id == null) {
            require(AreaForm.OF_NEW_AREA, user);
            return begun(AreaForm.OF_NEW_AREA::equals, user)
                    .orElseGet(() -> drafts.start(DraftOwner.of(user), KIND, AreaForm.OF_NEW_AREA));
        }
        AreaView area = require(id, user);
        String about = area.id().toString();
        return begun(form -> about.equals(form.areaId()), user).orElseGet(() -> {
            AreaInfo info = AreaInfo.of(area, buildings.of(area.id()));
            return drafts.start(DraftOwner.of(user), KIND, AreaForm.of(about, info, info));
        });
    }

    private Optional<Draft<AreaForm>> begun(Predicate<AreaForm> wanted, CurrentUser user) {
        return drafts.open(DraftOwner.of(user), KIND, AreaForm.class).stream()
                .filter(open -> open.revises().isEmpty() && wanted.test(open.form()))
                .findFirst();
    }

    /** Keeps what is open of it. */
    Draft<AreaForm> save(Draft<AreaForm> draft, AreaForm form) {
        return drafts.save(draft, revisions.keepClosed(Optional.of(draft), form));
    }

    /** What a returned application is about; empty for a new one. */
    Optional<Revision> revision(Draft<AreaForm> draft) {
        return revisions.of(draft);
    }

    /** What of it a step shows, whose inputs are named without the step. */
    Optional<Revision> revision(Draft<AreaForm> draft, AreaStep step) {
        return revision(draft).map(revision -> revision.within(step.word()));
    }

    /** 仍要修改其他内容. */
    void openAll(Draft<AreaForm> draft) {
        revisions.openAll(draft);
    }

    /** What is wrong in a step has to be mended, also where it was closed. */
    void open(Draft<AreaForm> draft, AreaStep step, Errors errors) {
        List<String> wrong =
                errors.getFieldErrors().stream().map(FieldError::getField).toList();
        revision(draft, step).ifPresent(revision -> revisions.open(draft, revision.closedOf(wrong)));
    }

    boolean mayAdd(CurrentUser user) {
        return user.is(Role.ENTERPRISE_OPERATOR);
    }

    /** The areas of the person's organisation as of now. */
    List<AreaId> areasOf(CurrentUser user) {
        return keepers.stream()
                .flatMap(keeper -> keeper.areasOf(user.organisation()).stream())
                .distinct()
                .toList();
    }

    /** Those of them that the text finds, the likeliest first; a blank one all, in name order. */
    AreaChoices find(String text, List<AreaId> own) {
        return AreaChoices.ofList(AreaSearch.of(text).among(own), areas);
    }

    /** The numbers of the areas that approved applications are about, as they are called today. */
    Map<ApplicationNumber, String> codes(List<OwnApplication> applications) {
        Map<ApplicationNumber, AreaId> approved = new LinkedHashMap<>();
        applications.stream()
                .filter(application -> application.status() == ReviewStatus.APPROVED)
                .forEach(application -> approved.put(application.number(), new AreaId(application.subject())));
        Map<AreaId, AreaView> found = areas.byId(List.copyOf(new HashSet<>(approved.values())));
        Map<ApplicationNumber, String> codes = new LinkedHashMap<>();
        approved.forEach((number, area) -> {
            if (found.containsKey(area)) {
                codes.put(number, found.get(area).code());
            }
        });
        return codes;
    }

    /** The area, or the one it went into; {@link NotFound} where it isn't the organisation's (any more). */
    private AreaView require(AreaId id, CurrentUser user) {
        AreaView area = areas.standing(id);
        if (!areasOf(user).contains(area.id())) {
            throw new NotFound("area " + id);
        }
        return area;
    }
}
