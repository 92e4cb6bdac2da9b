package org.maintenancefund.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;

/** Where a page is explained: 本页帮助 in the frame of all pages. The module with the explanations provides the bean. */
public interface PageHelp {

    /**
     * The address of what helps on a page; empty where nothing is written.
     *
     * @param path the page's address within the application: one page may be several screens
     * @param role of who looks at it, or null for a visitor
     */
    Optional<String> addressFor(Page page, String path, @Nullable Role role);
}
