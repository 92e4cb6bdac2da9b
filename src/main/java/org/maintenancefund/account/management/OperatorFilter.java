package org.maintenancefund.account.management;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.web.Chip;
import org.maintenancefund.web.Chips;
import org.maintenancefund.web.FilterText;

/**
 * The filters of the list of operators as they stand in the address. What can't be read is told by {@link #chips}
 * and finds nothing.
 *
 * @param kind   of organisation
 * @param unused 1: never activated; 2: not signed in for as long as is set
 * @param few    1: of organisations with fewer than two people
 */
record OperatorFilter(
        @Nullable String q,
        @Nullable String kind,
        @Nullable String state,
        @Nullable String unused,
        @Nullable String few) {

    static final String NEVER_ACTIVATED = "1";
    static final String NOT_USED = "2";

    public String text() {
        return FilterText.searched(q);
    }

    Optional<OrgType> orgType() {
        return FilterText.one(OrgType.class, kind);
    }

    Optional<OperatorState> operatorState() {
        return FilterText.one(OperatorState.class, state);
    }

    boolean neverActivated() {
        return NEVER_ACTIVATED.equals(unused);
    }

    boolean notUsed() {
        return NOT_USED.equals(unused);
    }

    boolean ofFew() {
        return FilterText.ticked(few);
    }

    /**
     * The active filters.
     *
     * @param unusedDays what 2 of {@link #unused} means
     */
    List<Chip> chips(String path, long unusedDays, Cursor cursor) {
        return Chips.of(path)
                .from(cursor)
                .parameter("q", q)
                .parameter("kind", kind)
                .parameter("state", state)
                .parameter("unused", unused)
                .parameter("few", few)
                .containing("q", text())
                .chosen("kind", orgType(), OrgType::label)
                .chosen("state", operatorState(), OperatorState::label)
                .when("unused", neverActivated(), "从未激活")
                .when("unused", notUsed(), unusedDays + " 天未使用")
                .when("few", ofFew(), "单位少于两位操作员")
                .list();
    }
}
