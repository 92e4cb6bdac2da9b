package org.maintenancefund.notification.domain;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.notification.MessageKind;
import org.maintenancefund.notification.Placeholder;

/**
 * The words of a kind of message, with places to be filled in.
 *
 * @param subject one line, under 消息 and of an e-mail
 * @param text    what follows there
 * @param sms     all that an SMS says
 */
public record Template(String subject, String text, String sms) {

    /** How long what is written may be; the database allows as much. */
    public static final int LONGEST_SUBJECT = 60;

    public static final int LONGEST_TEXT = 1000;
    public static final int LONGEST_SMS = 300;

    /** A brace that was filled in opens no place; the wide one reads the same. */
    private static final String OPENING = "{";

    private static final String SHOWN_OPENING = "\uFF5B";

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    /** The words that come with the system. */
    public static Template standard(MessageKind kind) {
        String key = "MessageKind." + kind.name();
        return new Template(Messages.of(key + ".subject"), Messages.of(key + ".text"), Messages.of(key + ".sms"));
    }

    /** The same with its places filled in; what is not known stays empty. */
    public Template filled(Map<Placeholder, String> values) {
        return new Template(fill(subject, values), fill(text, values), fill(sms, values));
    }

    private static String fill(String words, Map<Placeholder, String> values) {
        String filled = words;
        for (Placeholder place : Placeholder.values()) {
            filled = filled.replace(
                    place.written(), values.getOrDefault(place, "").replace(OPENING, SHOWN_OPENING));
        }
        return filled.strip();
    }

    /** What stands in braces and is none of the kind's places; a brace without its other one is shown as it is. */
    public static List<String> unknownPlaces(String words, MessageKind kind) {
        List<String> known =
                kind.placeholders().stream().map(Placeholder::label).toList();
        List<String> unknown = PLACE.matcher(words)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !known.contains(name))
                .map(name -> "{" + name + "}")
                .distinct()
                .toList();
        boolean stray = PLACE.matcher(words).replaceAll("").matches("(?s).*[{}].*");
        return unknown.isEmpty() && stray ? List.of("{ }") : unknown;
    }
}
