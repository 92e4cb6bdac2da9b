package org.maintenancefund.help;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One text of the help.
 *
 * @param name     its name in addresses
 * @param order    its place in the chapter
 * @param roles    whom it is written for; empty for everybody
 * @param pages    the pages it explains
 * @param paths    the screens of a page that it explains in place of the page's own topic
 * @param words    other words by which people look for it
 * @param summary  its first paragraph
 * @param lines    its words without the title, a line for each paragraph, point and row: what a search looks through
 * @param content  as its own page shows it
 * @param inManual the same one heading deeper, with links within the manual
 */
public record HelpTopic(
        String name,
        String title,
        HelpChapter chapter,
        int order,
        Set<Role> roles,
        Set<Page> pages,
        List<PathPattern> paths,
        List<String> words,
        String summary,
        List<String> lines,
        List<HelpBlock> content,
        List<HelpBlock> inManual) {

    public static final String PATH = "/help";

    /** Its address. */
    public String path() {
        return PATH + "/" + name;
    }

    /**
     * Whether it explains the page to who looks at it.
     *
     * @param role null for a visitor
     */
    boolean helpsOn(Page page, @Nullable Role role) {
        return pages.contains(page) && isFor(role);
    }

    /** The same of one screen, by its address. */
    boolean helpsAt(String path, @Nullable Role role) {
        PathContainer asked = PathContainer.parsePath(path);
        return isFor(role) && paths.stream().anyMatch(pattern -> pattern.matches(asked));
    }

    private boolean isFor(@Nullable Role role) {
        return roles.isEmpty() || role != null && roles.contains(role);
    }
}
