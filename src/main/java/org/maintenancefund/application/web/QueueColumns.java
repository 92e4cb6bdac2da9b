package org.maintenancefund.application.web;

import java.util.ArrayList;
import java.util.List;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.QueueRow;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.sheet.SheetColumn;

/** What of a queue goes out as a spreadsheet. */
final class QueueColumns {

    private QueueColumns() {}

    static List<SheetColumn<QueueRow>> of(ApplicationKind kind) {
        List<SheetColumn<QueueRow>> columns = new ArrayList<>(List.of(
                new SheetColumn<>("受理编号", QueueRow::number),
                new SheetColumn<>(kind.titleLabel(), QueueRow::title),
                new SheetColumn<>(kind.subjectLabel(), row -> row.subjectName().name())));
        if (kind.byStreet()) {
            columns.add(new SheetColumn<>("街道", row -> row.subjectName().detail()));
        }
        kind.tagLabel().ifPresent(label -> columns.add(new SheetColumn<>(label, QueueRow::tag)));
        columns.addAll(List.of(
                new SheetColumn<>("联系人姓名", QueueRow::contactName),
                new SheetColumn<>("联系人手机号码", row -> row.contactMobile().masked()),
                new SheetColumn<>("提交时间", row -> Times.minute(row.submittedAt())),
                new SheetColumn<>("第几次提交", QueueRow::round),
                new SheetColumn<>("办理期限", QueueRow::dueOn),
                new SheetColumn<>("已等待（工作日）", row -> row.status() == ReviewStatus.PENDING ? row.waited() : null),
                new SheetColumn<>("状态", row -> row.status().label()),
                new SheetColumn<>("电话通知", QueueColumns::told)));
        return columns;
    }

    private static String told(QueueRow row) {
        return row.told() ? "已通知" : ReviewAction.TELL.isPossibleIn(row.status()) ? "未通知" : "";
    }
}
