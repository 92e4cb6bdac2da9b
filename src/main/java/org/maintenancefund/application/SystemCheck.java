package org.maintenancefund.application;

import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;

/**
 * One line of 系统比对.
 *
 * @param good true: nothing to look at; false: the reviewer should look
 * @param text may have links in it, see {@link #link}
 * @param href where all of it leads, or null
 */
@Embeddable
public record SystemCheck(
        boolean good, String text, @Nullable String href) {

    private static final Pattern LINK = Pattern.compile("\\[\\[(/[a-z/]+/[0-9a-f-]{36})\\|([^\\[\\]|]+)]]");

    /**
     * A piece of the text.
     *
     * @param href where it leads, or null
     */
    public record Part(String text, @Nullable String href) {}

    /** Words within a text that lead to a record. */
    public static String link(String address, String words) {
        return "[[" + address + "|" + words.replaceAll("[\\[\\]|]", " ") + "]]";
    }

    /** The text in pieces, those that lead somewhere apart. */
    public List<Part> parts() {
        if (href != null) {
            return List.of(new Part(text, href));
        }
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (Matcher link = LINK.matcher(text); link.find(); from = link.end()) {
            parts.add(new Part(text.substring(from, link.start()), null));
            parts.add(new Part(link.group(2), link.group(1)));
        }
        parts.add(new Part(text.substring(from), null));
        return parts.stream().filter(part -> !part.text().isEmpty()).toList();
    }

    /** In the words of the messages: nothing to look at. */
    public static SystemCheck good(String key, @Nullable Object... args) {
        return new SystemCheck(true, Messages.of(key, args), null);
    }

    /** The reviewer should look, and why. */
    public static SystemCheck look(Reason why) {
        return new SystemCheck(false, Messages.of(why), null);
    }

    /** In the words of the messages: the reviewer should look. */
    public static SystemCheck look(String key, @Nullable Object... args) {
        return new SystemCheck(false, Messages.of(key, args), null);
    }

    public SystemCheck at(String address) {
        return new SystemCheck(good, text, address);
    }
}
