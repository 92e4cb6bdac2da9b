package org.maintenancefund.statistics;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of the lists that hold exactly what was counted. */
final class ListLinks {

    private final CurrentUser user;
    private final @Nullable String district;
    private final @Nullable String street;
    private final @Nullable ApplicationKind kind;
    private final LocalDate first;
    private final LocalDate last;

    ListLinks(Scope scope, CurrentUser user) {
        this(
                user,
                scope.district().map(centre -> centre.id().toString()).orElse(null),
                scope.street().map(chosen -> chosen.id().toString()).orElse(null),
                scope.kind().orElse(null),
                scope.first(),
                scope.last());
    }

    private ListLinks(
            CurrentUser user,
            @Nullable String district,
            @Nullable String street,
            @Nullable ApplicationKind kind,
            LocalDate first,
            LocalDate last) {
        this.user = user;
        this.district = district;
        this.street = street;
        this.kind = kind;
        this.first = first;
        this.last = last;
    }

    ListLinks within(LocalDate from, LocalDate to) {
        return new ListLinks(user, district, street, kind, from, to);
    }

    ListLinks of(ApplicationKind other) {
        return new ListLinks(user, district, street, other, first, last);
    }

    /** In a district of the city, or in a street of the district; null for what lies in no street. */
    ListLinks at(@Nullable UUID place) {
        String word = place == null ? ListScope.NO_STREET : place.toString();
        return district == null
                ? new ListLinks(user, word, null, kind, first, last)
                : new ListLinks(user, district, word, kind, first, last);
    }

    /** The applications of that state, or of any, that were submitted in the time. */
    String applications(Optional<ReviewStatus> status) {
        Map<String, Object> asked = submitted();
        status.ifPresent(wanted -> asked.put("status", wanted));
        return address(ApplicationList.PATH, asked);
    }

    /** The decisions of that kind, or all of them, that were made in the time. */
    String decisions(Optional<ReviewAction> action) {
        Map<String, Object> asked = submitted();
        action.ifPresent(wanted -> asked.put("action", wanted));
        return address(DecisionList.PATH, asked);
    }

    /** The returns that give that reason. */
    String returns(String reason) {
        Map<String, Object> asked = submitted();
        asked.put("action", ReviewAction.RETURN);
        asked.put("reason", reason);
        return address(DecisionList.PATH, asked);
    }

    private Map<String, Object> submitted() {
        Map<String, Object> asked = placed();
        if (kind != null) {
            asked.put("kind", kind.code());
        }
        asked.put("from", first);
        asked.put("to", last);
        return asked;
    }

    /** The areas with or without a committee, and a company or office; null where both are counted. */
    String areas(@Nullable Boolean committee, @Nullable Boolean company) {
        Map<String, Object> asked = placed();
        putAnswer(asked, "committee", committee);
        putAnswer(asked, "company", company);
        return address(Page.AREAS.path(), asked);
    }

    /** The committees whose term ends from a day on, and before another one. */
    String committees(@Nullable LocalDate from, @Nullable LocalDate before) {
        return endings(Page.COMMITTEES.path(), "from", from, "to", before);
    }

    /** The areas whose contract ends from a day on, and before another one. */
    String contracts(@Nullable LocalDate from, @Nullable LocalDate before) {
        return endings(Page.AREAS.path(), "contractFrom", from, "contractTo", before);
    }

    private String endings(
            String path, String first, @Nullable LocalDate from, String last, @Nullable LocalDate before) {
        Map<String, Object> asked = placed();
        if (from != null) {
            asked.put(first, from);
        }
        if (before != null) {
            asked.put(last, before.minusDays(1));
        }
        return address(path, asked);
    }

    /** A district's people see nothing but their own, and need not say so. */
    private Map<String, Object> placed() {
        Map<String, Object> asked = new LinkedHashMap<>();
        if (district != null && user.districtIfAny().isEmpty()) {
            asked.put("district", district);
        }
        if (street != null) {
            asked.put("street", street);
        }
        return asked;
    }

    private static void putAnswer(Map<String, Object> asked, String name, @Nullable Boolean answer) {
        if (answer != null) {
            asked.put(name, answer ? "yes" : "no");
        }
    }

    private static String address(String path, Map<String, Object> asked) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        // By a variable: so whatever stands in a reason stays part of the value.
        asked.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(asked).toUriString();
    }
}
