package org.maintenancefund.help.domain;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.help.HelpBlock;
import org.maintenancefund.help.HelpChapter;
import org.maintenancefund.help.HelpPicture;
import org.maintenancefund.help.HelpTopic;
import org.maintenancefund.kernel.Markdown;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.util.StringUtils;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A topic as it is written: {@code help/<name>.md}, with a head between two lines of dashes and below it the text. A picture is a
 * paragraph of its own, {@code ![what is to be seen](name)}, and lies in {@code static/img/help/name.png}. What stands on a screen, a
 * button or a label, is written 「提交」.
 *
 * <pre>{@code
 * ---
 * title: 业委会注册
 * chapter: REGISTRATION
 * order: 10
 * pages: COMMITTEE_REGISTRATION
 * roles: DISTRICT_STAFF, MUNICIPAL_STAFF
 * words: 筹备组, 怎么注册
 * ---
 * }</pre>
 *
 * <p>A topic about some of a page's screens names these too: {@code paths: /my/committee/dissolution/**}.
 */
final class HelpFile {

    private static final Pattern PARTS = Pattern.compile("---\n(?<head>.*?)\n---\n(?<text>.*)", Pattern.DOTALL);

    private static final String PICTURES = "/img/help/";

    /** Of a PNG: behind its signature and the name of its first part stand width and height. */
    private static final int BEFORE_THE_SIZE = 16;

    private final String name;
    private final Properties head = new Properties();
    private final String text;
    private final String root;

    /**
     * @param root what addresses of the application begin with
     * @throws IllegalStateException where the file is not written as it should be
     */
    HelpFile(Resource file, String root) throws IOException {
        this.name = StringUtils.stripFilenameExtension(String.valueOf(file.getFilename()));
        this.root = root;
        Matcher parts =
                PARTS.matcher(file.getContentAsString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
        if (!parts.matches()) {
            throw new IllegalStateException("help/" + name + ".md has no head between two lines of dashes");
        }
        head.load(new StringReader(parts.group("head")));
        text = named(parts.group("text"));
    }

    /** Words of the screen stand between 「 and 」, which a test looks up; people read them in quotation marks and bold. */
    private static String named(String text) {
        return text.replace("「", "\u201c**").replace("」", "**\u201d");
    }

    HelpTopic topic() throws IOException {
        try {
            Node plain = Markdown.parse(text);
            return new HelpTopic(
                    name,
                    required("title"),
                    HelpChapter.valueOf(required("chapter")),
                    Integer.parseInt(required("order")),
                    constants("roles", Role.class),
                    constants("pages", Page.class),
                    list("paths").stream()
                            .map(PathPatternParser.defaultInstance::parse)
                            .toList(),
                    list("words"),
                    summary(plain),
                    lines(plain),
                    blocks(0, address -> address.startsWith("/") ? root + address : address),
                    blocks(1, this::withinTheManual));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException("help/" + name + ".md: " + wrong.getMessage(), wrong);
        }
    }

    private String required(String key) {
        String value = head.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("no " + key + " in the head");
        }
        return value.strip();
    }

    private List<String> list(String key) {
        return Arrays.stream(head.getProperty(key, "").split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private <E extends Enum<E>> Set<E> constants(String key, Class<E> type) {
        Set<E> constants = EnumSet.noneOf(type);
        list(key).forEach(constant -> constants.add(Enum.valueOf(type, constant)));
        return Set.copyOf(constants);
    }

    private String withinTheManual(String address) {
        return address.startsWith(HelpTopic.PATH + "/")
                ? "#" + address.substring(HelpTopic.PATH.length() + 1)
                : address.startsWith("/") ? root + address : address;
    }

    private static String summary(Node document) {
        Node first = document.getFirstChild();
        if (!(first instanceof Paragraph) || pictureOf(first) != null) {
            throw new IllegalArgumentException("the text has to begin with a paragraph that says what it is about");
        }
        return Markdown.text(first);
    }

    private static List<String> lines(Node document) {
        List<String> lines = new ArrayList<>();
        for (Node part = document.getFirstChild(); part != null; part = part.getNext()) {
            if (pictureOf(part) == null) {
                Markdown.text(part).lines().map(String::strip).forEach(lines::add);
            }
        }
        return List.copyOf(lines);
    }

    /** The text up to a picture, the picture, the text behind it. */
    private List<HelpBlock> blocks(int deeper, UnaryOperator<String> addresses) throws IOException {
        Node document = Markdown.parse(text);
        document.accept(new Adjusting(deeper, addresses));
        List<HelpBlock> blocks = new ArrayList<>();
        Document piece = new Document();
        for (Node part = document.getFirstChild(); part != null; ) {
            Node next = part.getNext();
            Image picture = pictureOf(part);
            if (picture == null) {
                piece.appendChild(part);
            } else if (file(picture).exists()) {
                addText(piece, blocks);
                piece = new Document();
                blocks.add(new HelpBlock("", picture(picture)));
            }
            part = next;
        }
        addText(piece, blocks);
        return List.copyOf(blocks);
    }

    private static void addText(Document piece, List<HelpBlock> blocks) {
        if (piece.getFirstChild() != null) {
            blocks.add(new HelpBlock(Markdown.html(piece), null));
        }
    }

    private static @Nullable Image pictureOf(Node part) {
        return part instanceof Paragraph && part.getFirstChild() instanceof Image picture && picture.getNext() == null
                ? picture
                : null;
    }

    private static HelpPicture picture(Image image) throws IOException {
        try (DataInputStream file = new DataInputStream(file(image).getInputStream())) {
            file.skipNBytes(BEFORE_THE_SIZE);
            return new HelpPicture(path(image), Markdown.text(image), file.readInt(), file.readInt());
        }
    }

    /** Not there before it was drawn the first time: the screens are asked of the application itself. */
    private static Resource file(Image image) {
        return new ClassPathResource("static" + path(image));
    }

    private static String path(Image image) {
        return PICTURES + image.getDestination() + ".png";
    }

    /** Sets headings deeper, and links to where they lead from the page that shows them. */
    private static final class Adjusting extends AbstractVisitor {

        private final int deeper;
        private final UnaryOperator<String> addresses;

        private Adjusting(int deeper, UnaryOperator<String> addresses) {
            this.deeper = deeper;
            this.addresses = addresses;
        }

        @Override
        public void visit(Heading heading) {
            heading.setLevel(heading.getLevel() + deeper);
        }

        @Override
        public void visit(Link link) {
            link.setDestination(addresses.apply(Markdown.asTyped(link.getDestination())));
            visitChildren(link);
        }
    }
}
