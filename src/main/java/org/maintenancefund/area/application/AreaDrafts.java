package org.maintenancefund.area.application;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftGone;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.kernel.NotFound;
import org.springframework.stereotype.Component;

/** What a person has filled in so far; several communities may be under way beside each other. */
@Component
class AreaDrafts {

    private static final ApplicationKind KIND = AreaApplicationDefinition.KIND;

    private final Drafts drafts;
    private final AreaRights rights;
    private final AreaRecords records;

    AreaDrafts(Drafts drafts, AreaRights rights, AreaRecords records) {
        this.drafts = drafts;
        this.rights = rights;
        this.records = records;
    }

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

    /** Refuses where the person may not fill that in (any more). */
    void require(AreaForm form, CurrentUser user) {
        if (form.areaId() != null) {
            rights.require(new AreaId(UUID.fromString(form.areaId())), user);
        } else if (!rights.mayAdd(user)) {
            throw new NotFound("new area");
        }
    }

    /** Begins, or goes on with what was begun about the same area. */
    Draft<AreaForm> start(@Nullable AreaId id, CurrentUser user) {
        if (id == null) {
            if (!rights.mayAdd(user)) {
                throw new NotFound("new area");
            }
            return begun(AreaForm.OF_NEW_AREA::equals, user)
                    .orElseGet(() -> drafts.start(DraftOwner.of(user), KIND, AreaForm.OF_NEW_AREA));
        }
        AreaView area = rights.require(id, user);
        String about = area.id().toString();
        return begun(form -> about.equals(form.areaId()), user).orElseGet(() -> {
            AreaInfo info = records.info(area);
            return drafts.start(DraftOwner.of(user), KIND, AreaForm.of(about, info, info));
        });
    }

    private Optional<Draft<AreaForm>> begun(Predicate<AreaForm> wanted, CurrentUser user) {
        return drafts.open(DraftOwner.of(user), KIND, AreaForm.class).stream()
                .filter(open -> open.revises().isEmpty() && wanted.test(open.form()))
                .findFirst();
    }

    Draft<AreaForm> save(Draft<AreaForm> draft, AreaForm form) {
        return drafts.save(draft, form);
    }
}
