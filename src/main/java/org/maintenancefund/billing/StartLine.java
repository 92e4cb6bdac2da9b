package org.maintenancefund.billing;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.Messages;

/**
 * A line of the list before 开通.
 *
 * @param title what is asked for
 * @param text  what there is, or what is missing
 * @param who   whoever has to do something; null where nobody has
 * @param href  where that is done or looked at, or null
 */
public record StartLine(
        State state,
        String title,
        String text,
        @Nullable String who,
        @Nullable String href) {

    /** Whether it stands in the way. */
    public enum State implements Labelled {
        /** It is there. */
        DONE,
        /** It is unlikely: whoever opens the area has to say that it is right. */
        ASKED,
        /** It is missing, and nobody can open the area before. */
        MISSING
    }

    /** Who does what is missing. */
    public enum Who implements Labelled {
        COMMITTEE,
        COLLECTOR,
        DISTRICT,
        MUNICIPAL,
        ADMINISTRATOR
    }

    /** In the words under the key: its title there, the text under the key and {@code .done}. */
    public static StartLine done(String key, @Nullable Object... args) {
        return new StartLine(State.DONE, Messages.of(key), Messages.of(key + ".done", args), null, null);
    }

    /** The same with the text under {@code .asked}. */
    public static StartLine asked(String key, Who who, @Nullable Object... args) {
        return new StartLine(State.ASKED, Messages.of(key), Messages.of(key + ".asked", args), who.label(), null);
    }

    /** The same with the text under {@code .missing}. */
    public static StartLine missing(String key, Who who, @Nullable Object... args) {
        return new StartLine(State.MISSING, Messages.of(key), Messages.of(key + ".missing", args), who.label(), null);
    }

    /** The same with the way to where it is done. */
    public StartLine at(String address) {
        return new StartLine(state, title, text, who, address);
    }

    public boolean isDone() {
        return state == State.DONE;
    }

    /** Whether the page where it is done is one of the reader's. */
    public boolean leads(CurrentUser reader) {
        return href != null
                && Page.at(href).filter(page -> page.isOpenTo(reader.role())).isPresent();
    }
}
