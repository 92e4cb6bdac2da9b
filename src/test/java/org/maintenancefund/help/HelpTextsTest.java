package org.maintenancefund.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The texts of the help name nothing that is not on a screen, lead nowhere in vain, and their pictures stay small. */
class HelpTextsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path TEXTS = RESOURCES.resolve("help");
    private static final Path PICTURES = RESOURCES.resolve("static/img/help");

    private static final long LARGEST_PICTURE = 60_000;
    private static final long ALL_PICTURES = 1_000_000;

    private static final Pattern ON_SCREEN = Pattern.compile("「([^」]+)」");
    /** Short and without a sign it is a label, not a sentence that matters. */
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*，。：；、]{1,8})\\*\\*");

    private static final Pattern PICTURE = Pattern.compile("!\\[([^]]*)]\\(([a-z0-9-]+)\\)");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^]]+]\\(([^)]+)\\)");

    private static final Pattern LITERAL = Pattern.compile("'([^']+)'|\\|([^|]+)\\|");
    /** Where a page fills something in: {0}, ${total}, {名称}. */
    private static final Pattern FILLED_IN = Pattern.compile("\\$?\\{[^}]*}");
    /** Behind a heading: 现在拨打（7）. */
    private static final Pattern COUNT = Pattern.compile("（\\$?\\{[^}]*}[^）]*）");

    private static final Pattern WORDS = Pattern.compile("\\p{IsHan}{2}");

    /** What stands on screens as it is, and what is filled in somewhere. */
    private record Screens(Set<String> words, List<Pattern> patterns) {

        boolean have(String word) {
            String wanted = plain(word);
            return words.contains(wanted)
                    || patterns.stream()
                            .anyMatch(pattern -> pattern.matcher(wanted).matches());
        }
    }

    private static Screens screens;

    @BeforeAll
    static void readScreens() throws IOException {
        Set<String> words = new HashSet<>();
        List<Pattern> patterns = new ArrayList<>();
        for (String found : (Iterable<String>) Stream.concat(messages(), templates())::iterator) {
            String text = plain(found);
            words.add(text);
            words.add(COUNT.matcher(text).replaceAll(""));
            String rest = FILLED_IN.matcher(text).replaceAll("");
            if (!rest.equals(text) && WORDS.matcher(rest).find()) {
                patterns.add(Pattern.compile("\\Q" + FILLED_IN.matcher(text).replaceAll("\\\\E.+\\\\Q") + "\\E"));
            }
        }
        screens = new Screens(words, patterns);
    }

    @Test
    void everyWordOfAScreenIsOnAScreen() throws IOException {
        assertThat(screens.have("提交审核结果")).isTrue();
        assertThat(screens.have("创建 7 个用户名")).isTrue();
        assertThat(screens.have("提交审核意见表")).as("a button that is none").isFalse();

        Set<String> unknown = new TreeSet<>();
        for (Path file : texts()) {
            String text = Files.readString(file);
            Stream.of(ON_SCREEN, BOLD)
                    .flatMap(pattern -> pattern.matcher(text).results())
                    .map(found -> found.group(1))
                    .filter(word -> !screens.have(word))
                    .forEach(word -> unknown.add(word + " in " + file.getFileName()));
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void howLargeAScanMayBeIsLeftToThePage() throws IOException {
        for (Path file : texts()) {
            assertThat(Files.readString(file)).as("%s", file).doesNotContainPattern("\\d+ *MB");
        }
    }

    @Test
    void everyLinkLeadsToATopicOrAPublicPage() throws IOException {
        Set<String> wrong = new TreeSet<>();
        for (Path file : texts()) {
            LINK.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .filter(address -> !isTopic(address) && !address.equals("/centres"))
                    .forEach(address -> wrong.add(address + " in " + file.getFileName()));
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isTopic(String address) {
        return address.startsWith("/help/")
                && Files.exists(TEXTS.resolve(address.substring("/help/".length()) + ".md"));
    }

    @Test
    void everyPictureIsThereSmallSaysWhatItShowsAndIsUsed() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Path file : texts()) {
            Matcher picture = PICTURE.matcher(Files.readString(file));
            while (picture.find()) {
                assertThat(picture.group(1)).as(picture.group(2)).hasSizeGreaterThan(10);
                shown.add(picture.group(2) + ".png");
            }
        }
        Set<String> there = new TreeSet<>();
        long all = 0;
        try (Stream<Path> files = Files.list(PICTURES)) {
            for (Path file : files.toList()) {
                there.add(String.valueOf(file.getFileName()));
                assertThat(Files.size(file)).as("%s", file).isLessThanOrEqualTo(LARGEST_PICTURE);
                all += Files.size(file);
            }
        }
        assertThat(there).as("draw them: -Dhelp.pictures=draw").isEqualTo(shown).hasSizeGreaterThan(10);
        assertThat(all).isLessThan(ALL_PICTURES);
    }

    private static List<Path> texts() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            List<Path> texts =
                    files.filter(file -> file.toString().endsWith(".md")).toList();
            assertThat(texts).hasSizeGreaterThan(40);
            return texts;
        }
    }

    private static Stream<String> messages() throws IOException {
        List<String> values = new ArrayList<>();
        try (Stream<Path> files = Files.list(RESOURCES.resolve("messages"))) {
            for (Path file : files.toList()) {
                Properties words = new Properties();
                words.load(Files.newBufferedReader(file));
                words.values().forEach(value -> {
                    values.add(value.toString());
                    values.addAll(List.of(value.toString().split(",")));
                });
            }
        }
        return values.stream();
    }

    private static Stream<String> templates() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
            return files.filter(Files::isRegularFile).toList().stream().flatMap(HelpTextsTest::wordsOf);
        }
    }

    /** What stands in the template itself and in the literals of its expressions; what {@code th:text} replaces doesn't count. */
    private static Stream<String> wordsOf(Path template) {
        try {
            return Jsoup.parse(Files.readString(template), "", Parser.xmlParser()).getAllElements().stream()
                    .flatMap(HelpTextsTest::wordsOf);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> wordsOf(Element element) {
        Stream<String> texts = element.hasAttr("th:text") || element.hasAttr("th:utext")
                ? Stream.empty()
                : element.textNodes().stream().map(TextNode::text);
        Stream<String> literals = element.attributes().asList().stream()
                .map(Attribute::getValue)
                .flatMap(value -> LITERAL.matcher(value).results())
                .map(HelpTextsTest::literal);
        return Stream.concat(texts, literals);
    }

    private static String literal(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", "").replaceFirst("：$", "");
    }
}
