package org.maintenancefund.importing;

import java.util.List;
import java.util.function.Predicate;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.web.Crumb;

/**
 * Whose imports some pages are about: of an area, or of the city.
 *
 * @param path   of the page where files are uploaded
 * @param above  the pages that lead there
 * @param scope  what a file uploaded there belongs to, as its kind writes it; empty for the city
 * @param scopes what the files that are shown belong to: an area, and those that went into it
 * @param theirs of whom files are shown: what an earlier company left unconfirmed, with the names of its owners, is not the next one's
 */
public record ImportPlace(
        String path, List<Crumb> above, String scope, List<String> scopes, Predicate<CurrentUser> theirs) {

    public ImportPlace {
        above = List.copyOf(above);
        scopes = List.copyOf(scopes);
    }

    boolean contains(ImportView run) {
        return scopes.contains(run.scope()) && theirs.test(run.by());
    }

    String path(ImportView run) {
        return path + "/" + run.id();
    }
}
