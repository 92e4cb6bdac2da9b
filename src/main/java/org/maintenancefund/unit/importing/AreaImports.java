package org.maintenancefund.unit.importing;

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
 * The imports of one area, of units or of what belongs to them, for who may change these: those of whoever manages the area
 * today. What an earlier manager left unconfirmed, with the numbers of its owners, is not the next one's.
 */
@Component
@RequiredArgsConstructor
public class AreaImports {

    private final Imports imports;
    private final PropertyAreas areas;
    private final UnitAreas rights;

    /** The area that the rows of an import belong to: its scope. */
    public static AreaId area(ImportView run) {
        return AreaId.of(run.scope());
    }

    /** @param remark what is told with the file, as its kind writes it */
    public UUID upload(String kind, AreaView area, String remark, MultipartFile file, CurrentUser by) {
        return imports.upload(
                new Imports.Upload(
                        kind, area.id().toString(), remark, file.getOriginalFilename(), file, file.getSize()),
                by);
    }

    /** One of the area, or of one that went into it; throws {@link NotFound} where it is another area's or manager's. */
    public ImportView get(String kind, AreaView area, UUID id) {
        ImportView run = imports.get(kind, id);
        if (!areas.standing(area(run)).id().equals(area.id()) || !isOfManager(run, area)) {
            throw new NotFound("import " + id + " of area " + area.code());
        }
        return run;
    }

    /** The latest of that kind, of the area and of those that went into it. */
    public List<ImportView> latest(String kind, AreaView area) {
        Map<OrgRef, Boolean> managers = new HashMap<>();
        String[] scopes =
                areas.withMerged(area.id()).stream().map(AreaId::toString).toArray(String[]::new);
        return imports.latest(kind, scopes).stream()
                .filter(run -> managers.computeIfAbsent(run.by().organisation(), by -> isOfManager(run, area)))
                .toList();
    }

    private boolean isOfManager(ImportView run, AreaView area) {
        return rights.of(run.by()).contains(area.id());
    }
}
