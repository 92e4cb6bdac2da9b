package org.maintenancefund.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Markdown;
import org.maintenancefund.kernel.Reason;

/**
 * The text of a notice in the subset of {@link Markdown} that our pages know. Pictures and links that lead nowhere are refused
 * when it is written.
 */
public record NoticeText(String markdown) {

    public static final int LONGEST = 20_000;

    /** A row of a table gets as many cells as its head has: wide and long together would be millions. */
    private static final int MOST_LINES = 1_000;

    private static final int MOST_COLUMNS = 20;

    private static final Pattern BAR = Pattern.compile("\\|");

    /** What a link may lead to: an address with its protocol, or a page of ours. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)https?://[^\\s/].*|mailto:\\S+|tel:[0-9+-]+|/(?![/\\\\]).*");

    /** What was typed, or why it can't be a notice. */
    public static Checked<NoticeText> parse(@Nullable String typed) {
        Checked<String> text = ChineseText.paragraphs(typed, LONGEST);
        if (!text.isOk()) {
            return new Checked.Refused<>(text.reason());
        }
        if (ChineseText.isBlank(text.value())) {
            return Checked.refused("notice.body.required");
        }
        if (text.value().lines().count() > MOST_LINES) {
            return Checked.refused("notice.body.too-many-lines", MOST_LINES);
        }
        if (text.value().lines().anyMatch(line -> BAR.matcher(line).results().count() > MOST_COLUMNS + 1)) {
            return Checked.refused("notice.body.too-many-columns", MOST_COLUMNS);
        }
        NoticeText notice = new NoticeText(text.value());
        Objections objections = new Objections();
        Markdown.parse(notice.markdown()).accept(objections);
        return objections.found.isEmpty() ? Checked.ok(notice) : new Checked.Refused<>(objections.found.get(0));
    }

    /** As a page shows it. */
    public String html() {
        return Markdown.html(Markdown.parse(markdown));
    }

    private static final class Objections extends AbstractVisitor {

        private final List<Reason> found = new ArrayList<>();

        @Override
        public void visit(Link link) {
            String address = Markdown.asTyped(link.getDestination());
            if (!ADDRESS.matcher(address).matches()) {
                found.add(Reason.of("notice.body.link", address));
            }
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            found.add(Reason.of("notice.body.picture"));
        }
    }
}
