package org.maintenancefund.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A list that its address filters, and the same list as a spreadsheet below {@code /export}, which the trail records. What
 * differs from list to list is where its rows come from.
 *
 * @param <T> a row
 */
public abstract class ListController<T> {

    private final Exports exports;
    private final String view;
    private final String name;

    /**
     * @param view of the page
     * @param name key of the list's name, which the file gets too
     */
    protected ListController(Exports exports, String view, String name) {
        this.exports = exports;
        this.view = view;
        this.name = name;
    }

    @GetMapping
    public String list(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        show(user, model);
        list(address, user).show(model);
        return view;
    }

    @GetMapping("/export")
    public void export(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        exports.send(response, Messages.of(name), list(address, user), columns(), user);
    }

    /** What the address asks for, of what the person may see. */
    protected abstract ListPage<T> list(Map<String, List<String>> address, CurrentUser user);

    /** What of a row goes out; personal data masked. */
    protected abstract List<SheetColumn<T>> columns();

    /** Fills the page with what stands beside the list. */
    protected void show(CurrentUser user, Model model) {}
}
