package org.maintenancefund.kernel;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * The subset of Markdown that our pages know: headings, bold, lists, links, tables, quotations. Anything else is shown as it was
 * typed, HTML above all; nothing in it can run or send a browser elsewhere.
 */
public final class Markdown {

    /** Deeper ones are text. */
    private static final int DEEPEST = 10;

    private static final int HIGHEST_HEADING = 2;
    private static final int LOWEST_HEADING = 4;

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
            .postProcessor(Markdown::belowTheTitle)
            .build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .nodeRendererFactory(TableBox::new)
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto", "tel")))
            .softbreak("<br>\n")
            .build();

    private Markdown() {}

    /** What was written, in its parts; headings from the second level to the fourth, for the first is the title of the page. */
    public static Node parse(String markdown) {
        return PARSER.parse(BESIDE_EMPHASIS.matcher(markdown).replaceAll(NOTHING));
    }

    /** As a page shows it. */
    public static String html(Node part) {
        return asTyped(RENDERER.render(part));
    }

    /** Its words alone, a line for each paragraph, point and row. */
    public static String text(Node part) {
        Words words = new Words();
        part.accept(words);
        return asTyped(words.text.toString()).strip();
    }

    /** A text out of a part, as it was typed. */
    public static String asTyped(String text) {
        return text.replace(NOTHING, "");
    }

    private static Node belowTheTitle(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                heading.setLevel(Math.max(HIGHEST_HEADING, Math.min(heading.getLevel(), LOWEST_HEADING)));
            }
        });
        return document;
    }

    private static final class Words extends AbstractVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void visit(Text words) {
            text.append(words.getLiteral());
        }

        @Override
        public void visit(Code words) {
            text.append(words.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak between) {
            text.append('\n');
        }

        @Override
        public void visit(Paragraph paragraph) {
            visitChildren(paragraph);
            text.append('\n');
        }

        @Override
        public void visit(Heading heading) {
            visitChildren(heading);
            text.append('\n');
        }

        /** The parts of tables are an extension's own. */
        @Override
        public void visit(CustomNode part) {
            visitChildren(part);
            if (part instanceof TableCell) {
                text.append('\u3000');
            } else if (part instanceof TableRow) {
                text.append('\n');
            }
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
                    + Messages.of("kernel.table.region") + "\"><table>");
            for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
                context.render(part);
            }
            html.raw("</table></div>");
            html.line();
        }
    }
}
