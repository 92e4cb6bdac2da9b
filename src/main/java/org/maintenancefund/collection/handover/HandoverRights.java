package org.maintenancefund.collection.handover;

import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.paging.Conditions;
import org.springframework.stereotype.Component;

/**
 * Whose hand-over a person sees, and on which side they stand: the former company and the next one, each with its offices that collect or
 * collected there, the district; the auditor reads. For everybody else there is none.
 */
@Component
@RequiredArgsConstructor
public class HandoverRights {

    /** The company whose turn it is in a line {@code l} of the list. */
    private static final String TURN = "CASE l.state WHEN 'HANDED_OVER' THEN l.successor_id ELSE l.former_id END";

    private final CollectionRights rights;

    /** On which side somebody stands. */
    public enum Side {
        FORMER,
        SUCCESSOR,
        DISTRICT,
        READER
    }

    /** Throws {@link NotFound} where the person stands on none. */
    Side side(AreaView area, UUID former, @Nullable UUID successor, CurrentUser user) {
        return find(area, former, successor, user)
                .orElseThrow(() -> new NotFound("hand-over of area " + area.id() + " for " + user.username()));
    }

    private Optional<Side> find(AreaView area, UUID former, @Nullable UUID successor, CurrentUser user) {
        return switch (user.role()) {
            case ENTERPRISE_OPERATOR -> party(user.organisation().id(), former, successor);
            case OFFICE_OPERATOR ->
                rights.mandates(area.id(), user).stream()
                        .flatMap(mandate -> party(mandate.enterprise().value(), former, successor).stream())
                        .findFirst();
            case DISTRICT_STAFF -> user.sees(area.district()) ? Optional.of(Side.DISTRICT) : Optional.empty();
            case AUDITOR -> Optional.of(Side.READER);
            default -> Optional.empty();
        };
    }

    private static Optional<Side> party(UUID company, UUID former, @Nullable UUID successor) {
        if (company.equals(former)) {
            return Optional.of(Side.FORMER);
        }
        return company.equals(successor) ? Optional.of(Side.SUCCESSOR) : Optional.empty();
    }

    /** Which lines {@code l} the person sees, of the areas {@code a}. */
    static Conditions seen(CurrentUser user) {
        Conditions seen = new Conditions();
        return switch (user.role()) {
            case ENTERPRISE_OPERATOR ->
                seen.and(
                        ":organisation IN (l.former_id, l.successor_id)",
                        "organisation",
                        user.organisation().id());
            case OFFICE_OPERATOR ->
                seen.and(
                        ofOffice("IN (l.former_id, l.successor_id)"),
                        "organisation",
                        user.organisation().id());
            case DISTRICT_STAFF ->
                seen.and(
                        "a.district_id = :own_district",
                        "own_district",
                        user.districtIfAny().map(DistrictId::value).orElseThrow());
            case AUDITOR -> seen;
            default -> seen.and("false");
        };
    }

    /**
     * Those of them where it is the person's turn; it binds {@code today}: of the district, where the next company waits for a former
     * one that doesn't act.
     */
    static Conditions turn(CurrentUser user) {
        Conditions seen = seen(user);
        return switch (user.role()) {
            case ENTERPRISE_OPERATOR ->
                seen.and("l.state IN ('DUE', 'OPEN', 'OBJECTED', 'HANDED_OVER') AND " + TURN + " = :organisation");
            case OFFICE_OPERATOR ->
                seen.and("l.state IN ('DUE', 'OPEN', 'OBJECTED', 'HANDED_OVER') AND " + ofOffice("= " + TURN));
            case DISTRICT_STAFF ->
                seen.and("l.state IN ('DUE', 'OPEN', 'OBJECTED') AND l.successor_from <= CAST(:today AS date)");
            default -> seen.and("false");
        };
    }

    private static String ofOffice(String company) {
        return "EXISTS (SELECT FROM area_collected c WHERE c.area_id = l.area_id AND c.collector_id = :organisation"
                + " AND c.enterprise_id " + company + ")";
    }

    /** Whether anything waits for that role. */
    static boolean acts(Role role) {
        return role == Role.ENTERPRISE_OPERATOR || role == Role.OFFICE_OPERATOR || role == Role.DISTRICT_STAFF;
    }
}
