package org.maintenancefund.help;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.search.NameSound;
import org.maintenancefund.kernel.search.NameWriting;
import org.maintenancefund.kernel.search.SearchText;
import org.maintenancefund.web.TextPart;
import org.springframework.stereotype.Component;

/**
 * Looks through the topics, which are few and in memory: as names are looked for, in any writing and in pinyin. Where nothing has
 * all that was typed, what shares most of its pairs of characters is near.
 */
@Component
public class HelpSearch {

    private static final int MOST_NEAR = 5;

    private final List<Searched> topics;

    HelpSearch(HelpTopics topics) {
        this.topics = topics.all().stream().map(Searched::of).toList();
    }

    /** A text as it is compared: by its writing, its sounds and the initials of these. */
    private record Line(String text, String written, String sound, String initials) {

        static Line of(String text) {
            String written = NameWriting.of(text);
            return new Line(text, written, NameSound.of(written), NameSound.initials(written));
        }

        boolean soundsLike(SearchText searched) {
            return searched.isLetters()
                    && (sound.contains(searched.written()) || initials.contains(searched.written()));
        }

        long shares(List<String> grams) {
            return grams.stream().filter(written::contains).count();
        }
    }

    private record Searched(HelpTopic topic, Line title, List<Line> words, List<Line> lines) {

        static Searched of(HelpTopic topic) {
            return new Searched(
                    topic,
                    Line.of(topic.title()),
                    topic.words().stream().map(Line::of).toList(),
                    topic.lines().stream().map(Line::of).toList());
        }
    }

    /** How well a topic fits: the smaller the better. */
    private record Ranked(int rank, HelpHit hit) {}

    /** What of the help answers, the best first; near where nothing has all of it. */
    public HelpFound find(SearchText searched) {
        if (searched.isBlank() || searched.isTooLong()) {
            return new HelpFound(List.of(), false);
        }
        List<HelpHit> hits = ranked(topics.stream().map(topic -> exact(topic, searched)), topics.size());
        return hits.isEmpty()
                ? new HelpFound(ranked(topics.stream().map(topic -> near(topic, searched)), MOST_NEAR), true)
                : new HelpFound(hits, false);
    }

    private static List<HelpHit> ranked(Stream<Optional<Ranked>> hits, int most) {
        return hits.flatMap(Optional::stream)
                .sorted(Comparator.comparing(Ranked::rank))
                .map(Ranked::hit)
                .limit(most)
                .toList();
    }

    private static Optional<Ranked> exact(Searched topic, SearchText searched) {
        String wanted = searched.written();
        @Nullable
        Line line = topic.lines().stream()
                .filter(one -> one.written().contains(wanted))
                .findFirst()
                .orElse(null);
        if (topic.title().written().contains(wanted)) {
            return Optional.of(hit(0, topic, line, wanted));
        }
        if (topic.words().stream().anyMatch(word -> isTheSame(word.written(), wanted))) {
            return Optional.of(hit(1, topic, line, wanted));
        }
        if (line != null) {
            return Optional.of(hit(2, topic, line, wanted));
        }
        if (topic.title().soundsLike(searched)) {
            return Optional.of(hit(3, topic, null, ""));
        }
        List<String> words = searched.words();
        if (words.size() > 1
                && words.stream()
                        .allMatch(word -> topic.title().written().contains(word)
                                || topic.lines().stream()
                                        .anyMatch(one -> one.written().contains(word)))) {
            String first = words.get(0);
            return Optional.of(hit(
                    4,
                    topic,
                    topic.lines().stream()
                            .filter(one -> one.written().contains(first))
                            .findFirst()
                            .orElse(null),
                    first));
        }
        return topic.lines().stream()
                .filter(one -> one.soundsLike(searched))
                .findFirst()
                .map(one -> hit(5, topic, one, ""));
    }

    private static boolean isTheSame(String word, String wanted) {
        return word.contains(wanted) || wanted.contains(word);
    }

    /** At least a quarter of the pairs in one sentence. */
    private static Optional<Ranked> near(Searched topic, SearchText searched) {
        List<String> grams = searched.gramsOfWords();
        Line best = Stream.concat(Stream.of(topic.title()), topic.lines().stream())
                .max(Comparator.comparing(line -> line.shares(grams)))
                .orElseThrow();
        long shared = best.shares(grams);
        return shared == 0 || 4 * shared < grams.size()
                ? Optional.empty()
                : Optional.of(hit(
                        -(int) shared,
                        topic,
                        best == topic.title() ? null : best,
                        grams.stream()
                                .filter(best.written()::contains)
                                .findFirst()
                                .orElse("")));
    }

    /** Without a line of its own that has it a topic shows what it is about. */
    private static Ranked hit(int rank, Searched topic, @Nullable Line line, String marked) {
        String shown = line == null ? topic.topic().summary() : line.text();
        return new Ranked(
                rank,
                new HelpHit(
                        topic.topic().path(), TextPart.of(topic.topic().title(), marked), TextPart.of(shown, marked)));
    }
}
