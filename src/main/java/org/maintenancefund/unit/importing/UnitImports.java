package org.maintenancefund.unit.importing;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.importing.Imports;
import org.maintenancefund.kernel.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The imports of one area, for who may change its units. */
@Component
@RequiredArgsConstructor
class UnitImports {

    private final Imports imports;
    private final PropertyAreas areas;

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

    /** One of the area, or of one that went into it; throws {@link NotFound} where it is another area's. */
    ImportView get(AreaView area, UUID id) {
        ImportView run = imports.get(UnitImportDefinition.KIND, id);
        if (!areas.standing(UnitImportDefinition.area(run)).id().equals(area.id())) {
            throw new NotFound("import " + id + " of area " + area.code());
        }
        return run;
    }

    List<ImportView> latest(AreaView area) {
        return imports.latest(UnitImportDefinition.KIND, area.id().toString());
    }
}
