package org.maintenancefund.statistics;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.QueueTab;
import org.maintenancefund.application.ReviewStatus;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Addresses of the lists that hold exactly what was counted. Null where no list does: the municipal centre has no queues, a queue
 * is of one kind, and not every list can be narrowed down to a street.
 */
final class ListLinks {

    private final CurrentUser user;
    private final @Nullable UUID district;
    private final @Nullable UUID street;
    private final @Nullable ApplicationKind kind;
    private final LocalDate first;
    private final LocalDate last;
    /** False where what is counted lies in no place that a list could be narrowed down to. */
    private final boolean anywhere;

    ListLinks(Scope scope, CurrentUser user) {
        this(
                user,
                scope.district().map(centre -> centre.id().value()).orElse(null),
                scope.street().map(chosen -> chosen.id().value()).orElse(null),
                scope.kind().orElse(null),
                scope.first(),
                scope.last(),
                true);
    }

    private ListLinks(
            CurrentUser user,
            @Nullable UUID district,
            @Nullable UUID street,
            @Nullable ApplicationKind kind,
            LocalDate first,
            LocalDate last,
            boolean anywhere) {
        this.user = user;
        this.district = district;
        this.street = street;
        this.kind = kind;
        this.first = first;
        this.last = last;
        this.anywhere = anywhere;
    }

    ListLinks within(LocalDate from, LocalDate to) {
        return new ListLinks(user, district, street, kind, from, to, anywhere);
    }

    ListLinks of(ApplicationKind other) {
        return new ListLinks(user, district, street, other, first, last, anywhere);
    }

    /** In a district of the city, or in a street of the district. */
    ListLinks at(@Nullable UUID place) {
        return district == null
                ? new ListLinks(user, place, null, kind, first, last, place != null)
                : new ListLinks(user, district, place, kind, first, last, place != null);
    }

    /** The queue with applications of that state, or of any; not every state has a tab. */
    @Nullable
    String queue(Optional<ReviewStatus> status) {
        if (kind == null || !anywhere || !kind.reviews().isOpenTo(user.role()) || street != null && !kind.byStreet()) {
            return null;
        }
        return Arrays.stream(QueueTab.values())
                .filter(tab -> tab.status().equals(status))
                .findFirst()
                .map(tab -> {
                    UriComponentsBuilder address = UriComponentsBuilder.fromPath(kind.reviewPath())
                            .queryParam("tab", tab.word())
                            .queryParam("from", first)
                            .queryParam("to", last);
                    return add(address, "street", street).toUriString();
                })
                .orElse(null);
    }

    /** The areas with or without a committee, and a company or office; null where both are counted. */
    @Nullable
    String areas(@Nullable Boolean committee, @Nullable Boolean company) {
        UriComponentsBuilder address = inDistrict(UriComponentsBuilder.fromPath(Page.AREAS.path()));
        add(address, "street", street);
        add(address, "committee", yesNo(committee));
        return add(address, "company", yesNo(company)).toUriString();
    }

    /** The committees whose term ends from a day on, and before another one. */
    @Nullable
    String committees(@Nullable LocalDate from, @Nullable LocalDate before) {
        if (street != null) {
            return null;
        }
        UriComponentsBuilder address = inDistrict(UriComponentsBuilder.fromPath(Page.COMMITTEES.path()));
        add(address, "from", from);
        return add(address, "to", before == null ? null : before.minusDays(1)).toUriString();
    }

    /** A district's people see nothing but their own. */
    private UriComponentsBuilder inDistrict(UriComponentsBuilder address) {
        return user.districtIfAny().isPresent() ? address : add(address, "district", district);
    }

    private static UriComponentsBuilder add(UriComponentsBuilder address, String name, @Nullable Object value) {
        return value == null ? address : address.queryParam(name, value);
    }

    private static @Nullable String yesNo(@Nullable Boolean answer) {
        return answer == null ? null : answer ? "yes" : "no";
    }
}
