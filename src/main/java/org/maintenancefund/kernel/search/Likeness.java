package org.maintenancefund.kernel.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.maintenancefund.kernel.ChineseText;

/** How like a record's names are to what was typed: what of them is meant most probably comes first. */
final class Likeness {

    /** The likelier mistake first. */
    private enum Kind {
        SAME,
        ALL_WORDS,
        SAME_SOUND,
        SAME_INITIALS,
        BEGINS_WITH_SOUND,
        ONE_MISTAKE,
        BEGINS_WITH_INITIALS,
        WITHIN_WHAT_WAS_TYPED,
        SAME_STEM
    }

    private static final int SHORTEST_PART = 3;

    private final SearchText text;
    private final NameCore whole;
    private final NameCore core;
    private final String stem;
    private final String sound;
    private final String initials;

    Likeness(SearchText text) {
        this.text = text;
        this.whole = new NameCore(text.written());
        this.core = text.core();
        this.stem = core.stem();
        this.sound = NameSound.of(core.text());
        this.initials = NameSound.initials(core.text());
    }

    /**
     * How near a name is.
     *
     * @param away by how many characters it is longer or shorter
     */
    record Rank(Kind kind, int away) implements Comparable<Rank> {

        private static final Comparator<Rank> ORDER =
                Comparator.comparing(Rank::kind).thenComparing(Rank::away);

        @Override
        public int compareTo(Rank other) {
            return ORDER.compare(this, other);
        }
    }

    /** Of the record's names, address and number the one that is likest; empty where none is. */
    Optional<Rank> of(String searchKey) {
        Optional<Rank> best = Arrays.stream(searchKey.split(NameWriting.SEPARATOR))
                .flatMap(part -> ofPart(part).stream())
                .min(Comparator.naturalOrder());
        boolean allWords = text.words().size() > 1 && text.words().stream().allMatch(searchKey::contains);
        return allWords && best.filter(rank -> rank.kind() == Kind.SAME).isEmpty()
                ? Optional.of(new Rank(Kind.ALL_WORDS, ChineseText.length(searchKey)))
                : best;
    }

    private Optional<Rank> ofPart(String part) {
        NameCore other = NameCore.of(part);
        int away = Math.abs(ChineseText.length(other.text()) - ChineseText.length(core.text()));
        if (other.text().equals(core.text())) {
            return Optional.of(new Rank(Kind.SAME, away));
        }
        if (text.isLetters()) {
            return Stream.of(part, other.text())
                    .flatMap(name -> ofLetters(name).stream())
                    .min(Comparator.naturalOrder());
        }
        if (NameSound.of(other.text()).equals(sound)) {
            return Optional.of(new Rank(Kind.SAME_SOUND, away));
        }
        if (core.isOneMistakeFrom(other) || whole.isOneMistakeFrom(new NameCore(part))) {
            return Optional.of(new Rank(Kind.ONE_MISTAKE, away));
        }
        if (ChineseText.length(other.text()) >= SHORTEST_PART && core.text().contains(other.text())) {
            return Optional.of(new Rank(Kind.WITHIN_WHAT_WAS_TYPED, away));
        }
        boolean kin = ChineseText.length(stem) > 1 && other.text().contains(stem);
        return kin ? Optional.of(new Rank(Kind.SAME_STEM, away)) : Optional.empty();
    }

    private Optional<Rank> ofLetters(String name) {
        String otherSound = NameSound.of(name);
        String otherInitials = NameSound.initials(name);
        if (otherSound.equals(sound)) {
            return Optional.of(new Rank(Kind.SAME_SOUND, 0));
        }
        if (otherInitials.equals(initials)) {
            return Optional.of(new Rank(Kind.SAME_INITIALS, 0));
        }
        if (otherSound.startsWith(sound)) {
            return Optional.of(new Rank(Kind.BEGINS_WITH_SOUND, otherSound.length() - sound.length()));
        }
        return otherInitials.startsWith(initials)
                ? Optional.of(new Rank(Kind.BEGINS_WITH_INITIALS, otherInitials.length() - initials.length()))
                : Optional.empty();
    }
}
