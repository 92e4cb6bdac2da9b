package org.maintenancefund.unit.importing;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.importing.Imports;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.unit.UnitAreas;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * The imports of one area, for who may change its units: those of whoever manages it today. What an earlier manager left
 * unconfirmed, with the numbers of its owners, is not the next one's.
 */
@Component
@RequiredArgsConstructor
class UnitImports {

    private final Imports imports;
    private final PropertyAreas areas;
    private final UnitAreas rights;

    /** @param from the first month that its rows hold */
    UUID upload(AreaView area, YearMonth from, MultipartFile file, CurrentUser by) {
        return imports.upload(
                new Imports.Upload(
                        UnitImportDefinition.KIND,
                        area.id().toString(),
                        from.toString(),
                        file.getOriginalFilename(),
                        file,
                        file.getSize()),
                by);
    }

    /** One of the area, or of one that went into it; throws {@link NotFound} where it is another area's or manager's. */
    ImportView get(AreaView area, UUID id) {
        ImportView run = imports.get(UnitImportDefinition.KIND, id);
        if (!areas.standing(UnitImportDefinition.area(run)).id().equals(area.id()) || !isOfManager(run, area)) {
            throw new NotFound("import " + id + " of area " + area.code());
        }
        return run;
    }

    /** The latest of the area and of those that went into it. */
    List<ImportView> latest(AreaView area) {
        Map<OrgRef, Boolean> managers = new HashMap<>();
        String[] scopes =
                areas.withMerged(area.id()).stream().map(AreaId::toString).toArray(String[]::new);
        return imports.latest(UnitImportDefinition.KIND, scopes).stream()
                .filter(run -> managers.computeIfAbsent(run.by().organisation(), by -> isOfManager(run, area)))
                .toList();
    }

    private boolean isOfManager(ImportView run, AreaView area) {
        return rights.of(run.by()).contains(area.id());
    }
}
