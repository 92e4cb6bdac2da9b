package org.maintenancefund.association;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaKeepers;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.AreasByName;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.association.domain.Association;
import org.maintenancefund.association.domain.AssociationNames;
import org.maintenancefund.association.domain.AssociationNames.Manager;
import org.maintenancefund.association.domain.AssociationRepository;
import org.maintenancefund.association.domain.AssociationService;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who manages which area today. A right counts from its first day to its last, looked up anew at every question. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class Associations implements AreaKeepers {

    /**
     * What an organisation manages today: an enterprise its own areas and its offices', for it stands in theirs too. While a
     * company is disabled its rights and its offices' rest, to come back as they were.
     */
    private static final String MANAGED_TODAY = "(s.enterprise_id = :organisation OR s.office_id = :organisation)"
            + " AND s.effective_from <= :today AND s.effective_to >= :today"
            + " AND EXISTS (SELECT FROM organisation e WHERE e.id = s.enterprise_id AND e.state = 'ACTIVE')";

    /** It ends by its contract alone, and nobody manages the area on the next day. */
    static final String UNFOLLOWED = "EXISTS (SELECT FROM area_contract c WHERE c.association_id = s.id)";

    private static final String COLUMNS = AssociationNames.COLUMNS + ", " + UNFOLLOWED + " AS unfollowed";

    private static final String SELECT = "SELECT " + COLUMNS + " " + AssociationNames.TABLES + " WHERE ";

    private static final String WITH_AREAS = AssociationNames.TABLES + " JOIN named_area a ON a.id = s.area_id";

    /** In the order of the areas' names. */
    private static final Keyset<Found> LIST = new Keyset<>(
            COLUMNS,
            WITH_AREAS,
            List.of(new Keyset.Key("a.sort_key", String.class), new Keyset.Key("s.id", UUID.class)),
            false,
            Associations::found);

    /** In the order in which they end. */
    private static final Keyset<Found> BY_END = new Keyset<>(
            COLUMNS,
            WITH_AREAS,
            List.of(new Keyset.Key("s.effective_to", LocalDate.class), new Keyset.Key("s.id", UUID.class)),
            false,
            Associations::found);

    /** So many that begin later are listed: they begin within weeks. */
    private static final int MOST_COMING = 50;

    private final AssociationRepository associations;
    private final AssociationService service;
    private final AssociationNames names;
    private final PropertyAreas areas;
    private final Committees committees;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * An area with what its manager may know: the right itself, and the committee's contact and term.
     *
     * @param manager    who manages: the company, or one of its offices
     * @param unfollowed true where it ends by its contract alone, with nobody behind it
     * @param committee  in office today, or null where there is none any more
     */
    public record ManagedArea(
            AreaView area,
            AssociationView association,
            String manager,
            boolean unfollowed,
            @Nullable CommitteeView committee) {}

    /**
     * An association with who manages by it.
     *
     * @param manager the company, or one of its offices, with the word that it is disabled where it is
     */
    public record NamedAssociation(AssociationView association, String manager) {}

    private record Found(Manager manager, boolean unfollowed) {}

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(AssociationNames.manager(row, number), row.getBoolean("unfollowed"));
    }

    /** The association that is effective today. */
    public Optional<AssociationView> effectiveFor(AreaId area) {
        return associations.findEffective(area, LocalDate.now(clock)).map(Association::view);
    }

    /** Approved associations of the area that begin later, by their first day. */
    public List<AssociationView> comingFor(AreaId area) {
        return associations.findComing(area, LocalDate.now(clock)).stream()
                .map(Association::view)
                .toList();
    }

    /** What is effective today or will be, with who manages by it; the first to begin first. */
    public List<NamedAssociation> currentFor(AreaId area) {
        return names.current(area, LocalDate.now(clock)).stream()
                .map(manager -> new NamedAssociation(manager.association(), manager.name()))
                .toList();
    }

    /** The right itself or, where a merge of areas swallowed it, the one by which the same manager goes on. */
    public Optional<AssociationView> standing(AssociationId id) {
        return service.standing(id);
    }

    /** As it is now, and until the transaction ends nobody else changes it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public AssociationView lock(AssociationId id) {
        return service.lock(id);
    }

    /** All associations a committee applied for, newest first, ended ones too. */
    public List<AssociationView> of(CommitteeId committee) {
        return associations.findAllOf(committee).stream().map(Association::view).toList();
    }

    /** The areas managed today, which the organisation may also complete the information of. */
    @Override
    public List<AreaId> areasOf(OrgRef organisation) {
        if (organisation.type() != OrgType.ENTERPRISE && organisation.type() != OrgType.OFFICE) {
            return List.of();
        }
        return managed(
                        "SELECT s.area_id FROM association s WHERE " + MANAGED_TODAY + " ORDER BY s.area_id",
                        organisation)
                .query((row, i) -> new AreaId(row.getObject(1, UUID.class)))
                .list();
    }

    /** True where the organisation manages the area today; see {@link #areasOf}. */
    public boolean manages(OrgRef organisation, AreaId area) {
        return managed(
                        "SELECT EXISTS (SELECT FROM association s WHERE s.area_id = :area AND " + MANAGED_TODAY + ")",
                        organisation)
                .param("area", area.value())
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec managed(String sql, OrgRef organisation) {
        return jdbc.sql(sql).param("organisation", organisation.id()).param("today", LocalDate.now(clock));
    }

    /**
     * The areas an organisation manages today, in name order.
     *
     * @param text any part of the area's name, former name, address or number
     */
    public Listing<ManagedArea> managedBy(OrgRef organisation, String text) {
        Conditions where = new Conditions()
                .and(MANAGED_TODAY, "organisation", organisation.id())
                .bind("today", LocalDate.now(clock));
        return LIST.where(jdbc, named(text, where)).map(this::load);
    }

    /**
     * What runs or is to begin, what ends next first.
     *
     * @param text  any part of the area's name, former name, address or number
     * @param where of {@code s}, the association, and {@code a}, its area
     */
    public Listing<ManagedArea> register(String text, Conditions where) {
        LocalDate today = LocalDate.now(clock);
        where.and("s.effective_to >= :today", "today", today).and("s.effective_to >= s.effective_from");
        return BY_END.where(jdbc, named(text, where)).map(this::load);
    }

    private static Conditions named(String text, Conditions where) {
        return AreasByName.called(where, text);
    }

    /** An area for the people who manage it today; for everybody else there is none. */
    public ManagedArea managed(AreaId area, OrgRef organisation) {
        return load(managed(SELECT + "s.area_id = :area AND " + MANAGED_TODAY, organisation)
                        .param("area", area.value())
                        .query(Associations::found)
                        .list())
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("area " + area + " of " + organisation));
    }

    /** What becomes theirs later, by its first day: approved, but not begun; at most {@link #MOST_COMING}. */
    public List<ManagedArea> comingTo(OrgRef organisation) {
        return load(managed(
                        SELECT + "(s.enterprise_id = :organisation OR s.office_id = :organisation)"
                                + " AND s.effective_from > :today AND s.effective_to >= s.effective_from"
                                + " ORDER BY s.effective_from, s.id LIMIT " + MOST_COMING,
                        organisation)
                .query(Associations::found)
                .list());
    }

    /** Two more questions for the areas and the committees of all of them. */
    private List<ManagedArea> load(List<Found> found) {
        List<AreaId> areaIds =
                found.stream().map(one -> one.manager().association().area()).toList();
        Map<AreaId, AreaView> views = areas.byId(areaIds);
        Map<AreaId, CommitteeView> inOffice = committees.inOfficeFor(areaIds);
        return found.stream()
                .map(one -> {
                    AssociationView right = one.manager().association();
                    return new ManagedArea(
                            Objects.requireNonNull(views.get(right.area())),
                            right,
                            one.manager().name(),
                            one.unfollowed(),
                            inOffice.get(right.area()));
                })
                .toList();
    }
}
