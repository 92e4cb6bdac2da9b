package org.maintenancefund.collection.receipt.importing;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.importing.Imports;
import org.maintenancefund.kernel.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * The imports of receipts of one area: those of whoever collects there today. What an earlier company left unconfirmed, with the
 * names of its payers, is not the next one's.
 */
@Component
@RequiredArgsConstructor
class ReceiptImports {

    private static final String KIND = ReceiptImportDefinition.KIND;

    private final Imports imports;
    private final PropertyAreas areas;
    private final CollectionRights rights;

    UUID upload(AreaView area, MultipartFile file, CurrentUser by) {
        return imports.upload(
                new Imports.Upload(KIND, area.id().toString(), "", file.getOriginalFilename(), file, file.getSize()),
                by);
    }

    /** One of the area, or of one that went into it; throws {@link NotFound} where it is another area's or collector's. */
    ImportView get(AreaView area, UUID id) {
        ImportView run = imports.get(KIND, id);
        boolean ofArea = areas.standing(AreaId.of(run.scope())).id().equals(area.id());
        if (!ofArea || !rights.mayCollect(area, run.by())) {
            throw new NotFound("import " + id + " of area " + area.code());
        }
        return run;
    }

    /** The latest, of the area and of those that went into it. */
    List<ImportView> latest(AreaView area) {
        String[] scopes =
                areas.withMerged(area.id()).stream().map(AreaId::toString).toArray(String[]::new);
        return imports.latest(KIND, scopes).stream()
                .filter(run -> rights.mayCollect(area, run.by()))
                .toList();
    }
}
