package org.maintenancefund.association.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The areas an enterprise or an office manages, in name order. */
@Repository
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class ManagedAreas {

    /** While a company is disabled its rights and its offices' rest, to come back as they were. */
    private static final String COMPANY_ACTIVE =
            " AND EXISTS (SELECT FROM organisation e WHERE e.id = s.enterprise_id AND e.state = 'ACTIVE')";

    /** The list is in the order of the areas' names, so it is read together with their table. */
    private static final Keyset<AssociationId> LIST = new Keyset<>(
            "s.id",
            "FROM association s JOIN named_area a ON a.id = s.area_id",
            List.of(new Keyset.Key("a.name_key", String.class), new Keyset.Key("s.id", UUID.class)),
            false,
            (row, i) -> new AssociationId(row.getObject(1, UUID.class)));

    private final JdbcClient jdbc;
    private final AssociationRepository associations;
    private final AssociationNames names;
    private final PropertyAreas areas;
    private final Committees committees;

    /**
     * An area with what its manager may know: the right itself, and the committee's contact and term.
     *
     * @param manager   who manages: the company, or one of its offices
     * @param committee in office today, or null where there is none any more
     */
    public record ManagedArea(
            AreaView area,
            AssociationView association,
            String manager,
            @Nullable CommitteeView committee) {}

    /** The areas whose right counts on that day; none while the company is disabled. */
    public List<AreaId> areasOf(OrgRef organisation, LocalDate day) {
        return jdbc.sql("SELECT s.area_id FROM association s WHERE s." + column(organisation) + " = :organisation"
                        + " AND s.effective_from <= :day AND s.effective_to >= :day" + COMPANY_ACTIVE
                        + " ORDER BY s.area_id")
                .param("organisation", organisation.id())
                .param("day", day)
                .query((row, i) -> new AreaId(row.getObject(1, UUID.class)))
                .list();
    }

    /** True where the right counts on that day; see {@link #areasOf}. */
    public boolean manages(OrgRef organisation, AreaId area, LocalDate day) {
        return jdbc.sql("SELECT 1 FROM association s WHERE s.area_id = :area AND s." + column(organisation)
                        + " = :organisation AND s.effective_from <= :day AND s.effective_to >= :day" + COMPANY_ACTIVE)
                .param("area", area.value())
                .param("organisation", organisation.id())
                .param("day", day)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * The areas of an enterprise (its own and its offices') or of an office.
     *
     * @param day  the day on which the right counts
     * @param text any part of the area's name, former name, address or number
     */
    public Listing<ManagedArea> list(OrgRef organisation, LocalDate day, String text) {
        Conditions where = new Conditions()
                .equal("s." + column(organisation), Optional.of(organisation.id()))
                .and("s.effective_from <= :day AND s.effective_to >= :day" + COMPANY_ACTIVE, "day", day);
        String key = ChineseText.fold(text);
        if (!key.isEmpty()) {
            where.and("strpos(a.search_key, :text) > 0", "text", key);
        }
        return LIST.where(jdbc, where).map(this::load);
    }

    /** An area for the people who manage it on that day; for everybody else there is none. */
    public ManagedArea get(AreaId area, OrgRef organisation, LocalDate day) {
        Optional<Association> found =
                manages(organisation, area, day) ? associations.findEffective(area, day) : Optional.empty();
        return found.map(Association::view)
                .map(association -> load(List.of(association.id())).get(0))
                .orElseThrow(() -> new NotFound("area " + area + " of " + organisation));
    }

    private List<ManagedArea> load(List<AssociationId> ids) {
        Map<AssociationId, AssociationView> rights = associations.findAllById(ids).stream()
                .map(Association::view)
                .collect(Collectors.toMap(AssociationView::id, Function.identity()));
        List<AreaId> areaIds =
                rights.values().stream().map(AssociationView::area).toList();
        Map<AreaId, AreaView> views = areas.byId(areaIds);
        Map<AreaId, CommitteeView> inOffice = committees.inOfficeFor(areaIds);
        Map<AssociationId, String> managers = names.targets(rights.values());
        return ids.stream()
                .map(rights::get)
                .map(right -> new ManagedArea(
                        Objects.requireNonNull(views.get(right.area())),
                        right,
                        Objects.requireNonNull(managers.get(right.id())),
                        inOffice.get(right.area())))
                .toList();
    }

    /** The enterprise stands in its offices' associations too, so one column answers for both. */
    static String column(OrgRef organisation) {
        return switch (organisation.type()) {
            case ENTERPRISE -> "enterprise_id";
            case OFFICE -> "office_id";
            default -> throw new IllegalArgumentException("manages no areas: " + organisation.type());
        };
    }
}
