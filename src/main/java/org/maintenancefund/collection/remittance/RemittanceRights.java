package org.maintenancefund.collection.remittance;

import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.paging.Conditions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose money a person declares and hands over, and sees. A company's people those of the company, wherever it has received any, also
 * after its mandate has ended: what it holds it must hand over. An office's people what the company received in the areas that the
 * office has or had a mandate for. Staff look on: a district its own areas, the municipal centre and the auditor all.
 */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class RemittanceRights {

    private final CollectionRights rights;
    private final PropertyAreas areas;
    private final JdbcClient jdbc;

    /** An area with the company whose receipts of it the person declares. */
    public record Holder(AreaView area, EnterpriseId enterprise) {}

    /** The area, or the one it went into; {@link NotFound} where the person declares nothing there. */
    public Holder holder(AreaId id, CurrentUser user) {
        AreaView area = areas.standing(id);
        return enterprise(area.id(), user)
                .map(enterprise -> new Holder(area, enterprise))
                .orElseThrow(() -> new NotFound("money to hand over of area " + id));
    }

    /** Whether the person declares what that company received in the area. */
    boolean declares(AreaId area, UUID enterprise, CurrentUser user) {
        return enterprise(area, user)
                .filter(theirs -> theirs.value().equals(enterprise))
                .isPresent();
    }

    private Optional<EnterpriseId> enterprise(AreaId area, CurrentUser user) {
        if (user.is(Role.ENTERPRISE_OPERATOR)) {
            EnterpriseId own = EnterpriseId.of(user.organisation());
            return !rights.mandates(area, user).isEmpty() || hasReceived(area, own)
                    ? Optional.of(own)
                    : Optional.empty();
        }
        return user.is(Role.OFFICE_OPERATOR)
                ? rights.mandates(area, user).stream().findFirst().map(Mandate::enterprise)
                : Optional.empty();
    }

    /** Areas go into others, and with them what was received there; mandates that had ended before stay behind. */
    private boolean hasReceived(AreaId area, EnterpriseId enterprise) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM receipt r WHERE r.area_id = :area AND r.enterprise_id = :enterprise"
                                + " AND NOT r.declared AND NOT r.reversed AND r.reverses IS NULL)"
                                + " OR EXISTS (SELECT FROM declaration d WHERE d.area_id = :area AND d.enterprise_id = :enterprise)")
                .param("area", area.value())
                .param("enterprise", enterprise.value())
                .query(Boolean.class)
                .single();
    }

    /** What of something in areas the person sees. */
    Conditions ofAreas(String area, String enterprise, CurrentUser user) {
        Conditions seen = new Conditions();
        return switch (user.role()) {
            case ENTERPRISE_OPERATOR ->
                seen.and(
                        enterprise + " = :organisation",
                        "organisation",
                        user.organisation().id());
            case OFFICE_OPERATOR ->
                seen.and(
                        "EXISTS (SELECT FROM area_collected c WHERE c.area_id = " + area + " AND c.enterprise_id = "
                                + enterprise + " AND c.collector_id = :organisation)",
                        "organisation",
                        user.organisation().id());
            case DISTRICT_STAFF ->
                seen.and(
                        "EXISTS (SELECT FROM named_area n WHERE n.id = " + area + " AND n.district_id = :own_district)",
                        "own_district",
                        district(user));
            case MUNICIPAL_STAFF, AUDITOR -> seen;
            default -> seen.and("false");
        };
    }

    /** Which slips {@code s} the person sees: of their company, made by their office, of their district. */
    static Conditions ofSlips(CurrentUser user) {
        Conditions seen = new Conditions();
        return switch (user.role()) {
            case ENTERPRISE_OPERATOR ->
                seen.and(
                        "s.enterprise_id = :organisation",
                        "organisation",
                        user.organisation().id());
            case OFFICE_OPERATOR ->
                seen.and(
                        "s.organisation_id = :organisation",
                        "organisation",
                        user.organisation().id());
            case DISTRICT_STAFF ->
                seen.and("s.state <> 'DRAFT' AND s.district_id = :own_district", "own_district", district(user));
            case MUNICIPAL_STAFF, AUDITOR -> seen.and("s.state <> 'DRAFT'");
            default -> seen.and("false");
        };
    }

    /** Whether the person changes, submits and voids the slip: of their company, or made by their office. */
    static boolean hands(RemittanceSlip slip, CurrentUser user) {
        return user.is(Role.ENTERPRISE_OPERATOR)
                        && slip.enterpriseId().equals(user.organisation().id())
                || user.is(Role.OFFICE_OPERATOR)
                        && slip.organisationId().equals(user.organisation().id());
    }

    /** Whether the person books what has arrived for areas of that district. */
    static boolean books(UUID district, CurrentUser user) {
        return user.is(Role.DISTRICT_STAFF) && district(user).equals(district);
    }

    /** The company of somebody who declares. */
    UUID company(CurrentUser user) {
        return user.is(Role.ENTERPRISE_OPERATOR)
                ? user.organisation().id()
                : jdbc.sql("SELECT parent_id FROM organisation WHERE id = :office")
                        .param("office", user.organisation().id())
                        .query(UUID.class)
                        .single();
    }

    private static UUID district(CurrentUser user) {
        return user.districtIfAny()
                .map(DistrictId::value)
                .orElseThrow(() -> new NotFound("district of " + user.username()));
    }
}
