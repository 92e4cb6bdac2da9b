package org.maintenancefund.web.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.MenuGroup;
import org.maintenancefund.access.Page;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.Crumb;

/** 当前位置: home page, the headings of the menu, the page, and what the page itself adds. */
final class Breadcrumb {

    private Breadcrumb() {}

    static List<Crumb> of(@Nullable Page page, @Nullable CurrentUser user, @Nullable List<Crumb> trailing) {
        List<Crumb> steps = new ArrayList<>();
        steps.add(new Crumb(Messages.of("web.home"), Page.HOME.path()));
        if (page != null) {
            int headings = steps.size();
            for (MenuGroup group = page.group().orElse(null);
                    group != null;
                    group = group.parent().orElse(null)) {
                steps.add(headings, Crumb.of(group.label()));
            }
            String label = user == null ? page.label() : page.labelFor(user.role());
            steps.add(new Crumb(label, canBeOpened(page) ? page.path() : null));
        }
        if (trailing != null) {
            steps.addAll(trailing);
        }
        Crumb here = steps.remove(steps.size() - 1);
        steps.add(Crumb.of(here.label()));
        return List.copyOf(steps);
    }

    /** False for pages that exist only for one thing: a receipt, the users of one application. */
    private static boolean canBeOpened(Page page) {
        String pattern = page.patterns().get(0);
        return page.inMenu() || page.isPublic() && (pattern.endsWith("/**") || pattern.indexOf('*') < 0);
    }
}
