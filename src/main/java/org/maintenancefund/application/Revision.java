package org.maintenancefund.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;
import org.maintenancefund.web.RevisedForm;

/**
 * Why an application was returned, and what of its form is open for who revises it. Where the reviewer marked what is to be
 * mended, the rest is closed until it is opened; where nothing was marked, everything is open. Made by {@link Revisions}.
 */
@AllArgsConstructor(access = AccessLevel.PACKAGE)
public final class Revision implements RevisedForm {

    /** Stands for every input, among those that were opened. */
    static final String ALL = "*";

    /**
     * What was marked, as the form tells it.
     *
     * @param input at which its reason stands
     * @param href  where that is
     */
    public record Line(Mark mark, String input, String href) {}

    /** The round that was returned. */
    @Getter
    private final int round;

    /** What was ticked under 退回原因. */
    @Getter
    private final List<String> reasons;

    /** What the reviewer wrote; may be empty. */
    @Getter
    private final String opinion;

    /** The day before which it is to be mended; later it lapses. */
    @Getter
    private final LocalDate reviseBy;

    /** What was marked, in the order of the reviewer's page. */
    @Getter
    private final List<Line> lines;

    private final Set<String> open;

    /** What {@link #isClosed} adds to the names it is asked for; empty for the whole form. */
    private final String prefix;

    /** True where only what was marked is open. */
    public boolean isLimited() {
        return !lines.isEmpty() && !open.contains(ALL);
    }

    /** True where what that input says stays as it was. {@code operators[0].name} is a part of {@code operators}. */
    @Override
    public boolean isClosed(String input) {
        if (!isLimited()) {
            return false;
        }
        String path = prefix + root(input);
        return open.stream().noneMatch(opened -> path.equals(opened) || path.startsWith(opened + "."));
    }

    /** What is wrong with the line or the scans that the input is called after; empty where it isn't marked. */
    @Override
    public List<String> reasonsAt(String input) {
        return lines.stream()
                .filter(line -> line.input().equals(input))
                .map(Line::mark)
                .map(mark -> mark.attachmentId() == null ? mark.reason() : mark.toString())
                .toList();
    }

    /** The same about a part of the form, whose inputs are named without it. */
    public Revision within(String part) {
        return new Revision(round, reasons, opinion, reviseBy, lines, open, part + ".");
    }

    /** Of these inputs those that are closed, as {@link Revisions#open} takes them. */
    public List<String> closedOf(Collection<String> inputs) {
        return inputs.stream()
                .filter(this::isClosed)
                .map(input -> prefix + root(input))
                .distinct()
                .toList();
    }

    Set<String> open() {
        return open;
    }

    private static String root(String input) {
        int row = input.indexOf('[');
        return row < 0 ? input : input.substring(0, row);
    }
}
