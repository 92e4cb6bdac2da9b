package org.maintenancefund.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;

/**
 * The text of a notice in Markdown: headings, bold, lists, links, tables, quotations. Anything else is shown as it was typed, HTML
 * above all; pictures and links that lead nowhere are refused when it is written.
 */
public record NoticeText(String markdown) {

    public static final int LONGEST = 20_000;

    /** A row of a table gets as many cells as its head has: wide and long together would be millions. */
    private static final int MOST_LINES = 1_000;

    private static final int MOST_COLUMNS = 20;

    /** Deeper ones are text. */
    private static final int DEEPEST = 10;

    private static final int HIGHEST_HEADING = 2;
    private static final int LOWEST_HEADING = 4;

    private static final Pattern BAR = Pattern.compile("\\|");

    /** What a link may lead to: an address with its protocol, or a page of ours. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)https?://[^\\s/].*|mailto:\\S+|tel:[0-9+-]+|/(?![/\\\\]).*");

    /**
     * Chinese is written without blanks, and the rules of Markdown take a mark of emphasis between a punctuation mark and a
     * character for none ({@code **注意：**请}). A zero-width space in between, which no text of ours holds ({@link
     * ChineseText#clean}) and which is taken out again, makes it one.
     */
    private static final Pattern BESIDE_EMPHASIS =
            Pattern.compile("(?<=[\\p{P}&&[^\\p{ASCII}]])(?=\\*)|(?<=\\*)(?=[\\p{P}&&[^\\p{ASCII}]])");

    private static final String NOTHING = "\u200b";

    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    private static final Parser PARSER = Parser.builder()
            .extensions(TABLES)
            .enabledBlockTypes(Set.of(Heading.class, ListBlock.class, BlockQuote.class, ThematicBreak.class))
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .postProcessor(NoticeText::belowTheTitle)
            .build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .nodeRendererFactory(TableBox::new)
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto", "tel")))
            .softbreak("<br>\n")
            .build();

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
        notice.parsed().accept(objections);
        return objections.found.isEmpty() ? Checked.ok(notice) : new Checked.Refused<>(objections.found.get(0));
    }

    /** As a page shows it. */
    public String html() {
        return RENDERER.render(parsed()).replace(NOTHING, "");
    }

    private Node parsed() {
        return PARSER.parse(BESIDE_EMPHASIS.matcher(markdown).replaceAll(NOTHING));
    }

    /** The title of the notice is the page's one h1. */
    private static Node belowTheTitle(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                heading.setLevel(Math.max(HIGHEST_HEADING, Math.min(heading.getLevel(), LOWEST_HEADING)));
            }
        });
        return document;
    }

    private static final class Objections extends AbstractVisitor {

        private final List<Reason> found = new ArrayList<>();

        @Override
        public void visit(Link link) {
            String address = link.getDestination().replace(NOTHING, "");
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

    /** A table in a box that scrolls by itself, also by the keyboard. */
    private record TableBox(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(TableBlock.class);
        }

        @Override
        public void render(Node table) {
            HtmlWriter html = context.getWriter();
            html.line();
            html.raw("<div class=\"table-box\" role=\"region\" tabindex=\"0\" aria-label=\""
                    + Messages.of("notice.table.region") + "\"><table>");
            for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
                context.render(part);
            }
            html.raw("</table></div>");
            html.line();
        }
    }
}
