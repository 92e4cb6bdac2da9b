package org.maintenancefund.notice.web;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.notice.NoticeContent;
import org.maintenancefund.notice.NoticeText;
import org.maintenancefund.notice.NoticeView;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;

/**
 * A notice as typed; the components stand in the order of the page.
 *
 * @param submission of a new one: sent twice it makes one
 * @param version    of the notice that the person saw; null for a new one
 */
@Labels("notice.field.")
record NoticeForm(
        @Text(min = 2, max = 100, required = "notice.title.required", tooShort = "notice.title.too-short") @Nullable
        String title,

        @Typed(value = NoticeText.class, required = "notice.body.required") @Nullable
        String body,

        @Typed(value = TypedDate.class, optional = true) @Nullable
        String shownFrom,

        @Typed(value = TypedDate.class, optional = true) @Nullable
        String shownUntil,

        @Nullable String submission,
        @Nullable String version) {

    static NoticeForm empty() {
        return new NoticeForm(null, null, null, null, Ids.next().toString(), null);
    }

    static NoticeForm of(NoticeView notice) {
        NoticeContent content = notice.content();
        return new NoticeForm(
                content.title(),
                content.body().markdown(),
                text(content.from()),
                text(content.until()),
                null,
                Integer.toString(notice.version()));
    }

    /** The same typed text on top of what somebody else has saved meanwhile. */
    NoticeForm onTopOf(NoticeView current) {
        return new NoticeForm(title, body, shownFrom, shownUntil, submission, Integer.toString(current.version()));
    }

    int seenVersion() {
        return FormPages.seenVersion(version);
    }

    /** A form that brings none, or what is none, is one of its own. */
    UUID sentAs() {
        return Ids.read(submission).orElseGet(Ids::next);
    }

    /** What was typed, of a form without faults. */
    NoticeContent toContent() {
        return new NoticeContent(
                ChineseText.clean(title), NoticeText.parse(body).value(), date(shownFrom), date(shownUntil));
    }

    private static @Nullable LocalDate date(@Nullable String typed) {
        return ChineseText.clean(typed).isEmpty()
                ? null
                : TypedDate.parse(typed).value();
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
