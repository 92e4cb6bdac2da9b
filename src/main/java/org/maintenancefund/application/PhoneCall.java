package org.maintenancefund.application;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;

/**
 * A call by which a person is told what was decided or answered.
 *
 * @param number of the application or the report
 * @param round  which decision of it; a report is answered once
 * @param what   what was applied for
 * @param title  what it is about
 * @param result how it was decided, in a word
 * @param tag    the kind of tag that shows the result
 * @param since  when that was
 * @param whom   申请人 or 反馈人
 * @param name   of the person
 * @param mobile in full: it is to be dialled
 * @param say    what to say, sentence by sentence
 * @param href   the page of what was decided
 * @param told   true where the person was reached already
 * @param state  how it went so far
 * @param paper  what is handed out with the decision; null where there is no such paper
 */
public record PhoneCall(
        ApplicationNumber number,
        int round,
        String what,
        String title,
        String result,
        String tag,
        Instant since,
        String whom,
        String name,
        String mobile,
        List<String> say,
        String href,
        boolean told,
        CallState state,
        @Nullable Printout paper) {

    /** A paper, and where it is printed. */
    public record Printout(String title, String href) {}

    /** What to dial. */
    public String phone() {
        return Objects.requireNonNullElse(state.phone(), mobile);
    }

    /** Where what came of it is sent. */
    public String action() {
        return "/calls/" + number;
    }

    /** Who is reached at another number hears that the one on record is wrong. */
    @Override
    public List<String> say() {
        return state.phone() == null
                ? say
                : Stream.concat(say.stream(), Stream.of(Messages.of("application.say.wrong-number", mobile)))
                        .toList();
    }
}
