package org.maintenancefund.association.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.office.Offices;
import org.springframework.stereotype.Component;

/** Says who manages: 云州某物业服务有限公司, or the same with · 某管理处. */
@Component
@RequiredArgsConstructor
public class AssociationNames {

    private final Enterprises enterprises;
    private final Offices offices;

    public String target(AssociationView association) {
        return Objects.requireNonNull(targets(List.of(association)).get(association.id()));
    }

    /** Names of several, two queries however many. */
    public Map<AssociationId, String> targets(Collection<AssociationView> associations) {
        return managers(associations).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, manager -> manager.getValue().name()));
    }

    /**
     * Who manages.
     *
     * @param name     with the word that it is disabled, where it is
     * @param district in charge of the office or else of the company; null where a qualified company has none yet
     */
    record Manager(String name, @Nullable DistrictId district) {

        private static Manager of(EnterpriseView company, @Nullable OfficeView office) {
            String name = company.name() + (company.isActive() ? "" : Messages.of("association.company.disabled"));
            return office == null
                    ? new Manager(name, company.district())
                    : new Manager(
                            name + " · " + office.name()
                                    + (office.isActive() ? "" : Messages.of("association.office.disabled")),
                            office.details().district());
        }
    }

    Map<AssociationId, Manager> managers(Collection<AssociationView> associations) {
        Map<EnterpriseId, EnterpriseView> companies =
                enterprises
                        .views(associations.stream()
                                .map(AssociationView::enterprise)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(EnterpriseView::id, Function.identity()));
        Map<OfficeId, OfficeView> branches = offices
                .views(associations.stream()
                        .map(AssociationView::office)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(OfficeView::id, Function.identity()));
        return associations.stream()
                .collect(Collectors.toMap(
                        AssociationView::id,
                        association -> Manager.of(
                                Objects.requireNonNull(companies.get(association.enterprise())),
                                association.office() == null ? null : branches.get(association.office()))));
    }
}
