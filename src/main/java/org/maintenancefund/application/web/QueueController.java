package org.maintenancefund.application.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.QueueFigures;
import org.maintenancefund.application.QueueRow;
import org.maintenancefund.application.QueueTab;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewQueue;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The district's queues: one page for every kind of application. */
@PerKind(PerKind.Address.REVIEWS)
@RequiredArgsConstructor
class QueueController {

    private final ReviewQueue queue;
    private final QueueFigures figures;
    private final Exports exports;

    @GetMapping
    String queue(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            Model model) {
        QueueFigures.Counts counts = figures.counts(kind, district(user));
        ListPage<QueueRow> page = page(kind, address, user);
        model.addAttribute("kind", kind);
        model.addAttribute("path", kind.reviewPath());
        QueueTab tab = QueueTab.of(page.filter().shown("tab"));
        model.addAttribute("tab", tab);
        model.addAttribute("counts", counts);
        model.addAttribute("tabs", page.filter().tabs("tab", word -> counts.of(QueueTab.of(word))));
        page.show(model, counts.of(tab));
        return "application/queue";
    }

    /** 导出 Excel of the tab, with its filters. */
    @GetMapping("/export")
    void export(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            HttpServletResponse response)
            throws IOException {
        exports.send(response, kind.reviews().label(), page(kind, address, user), columns(kind), user);
    }

    private ListPage<QueueRow> page(ApplicationKind kind, Map<String, List<String>> address, CurrentUser user) {
        return queue.page(kind, district(user), address);
    }

    private static DistrictId district(CurrentUser user) {
        return user.districtIfAny().orElseThrow(() -> new NotFound("district"));
    }

    /** What of a queue goes out as a spreadsheet. */
    private static List<SheetColumn<QueueRow>> columns(ApplicationKind kind) {
        List<SheetColumn<QueueRow>> columns = new ArrayList<>(List.of(
                SheetColumn.of("application.column.number", QueueRow::number),
                new SheetColumn<>(kind.titleLabel(), QueueRow::title),
                new SheetColumn<>(kind.subjectLabel(), row -> row.subjectName().name())));
        if (kind.byStreet()) {
            columns.add(SheetColumn.of(
                    "application.column.street", row -> row.subjectName().detail()));
        }
        kind.tagLabel().ifPresent(label -> columns.add(new SheetColumn<>(label, QueueRow::tag)));
        columns.addAll(List.of(
                SheetColumn.of("application.column.contactName", QueueRow::contactName),
                SheetColumn.of(
                        "application.column.contactMobile",
                        row -> row.contactMobile().masked()),
                SheetColumn.of("application.column.submitted", row -> Times.minute(row.submittedAt())),
                SheetColumn.of("application.column.round", QueueRow::round),
                SheetColumn.of("application.column.due", row -> row.due().day()),
                SheetColumn.of(
                        "application.column.waited", row -> row.status() == ReviewStatus.PENDING ? row.waited() : null),
                SheetColumn.of("application.column.status", row -> row.status().label()),
                SheetColumn.of("application.column.notified", QueueController::notified)));
        return columns;
    }

    private static String notified(QueueRow row) {
        return row.notified()
                ? Messages.of("application.notified.yes")
                : ReviewAction.NOTIFY.isPossibleIn(row.status()) ? Messages.of("application.notified.no") : "";
    }
}
