package org.maintenancefund.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maintenancefund.access.CurrentUser;

/** What has to be told by telephone; a feature offers a bean, and 电话通知台 has the calls of all of them. Beans are ordered. */
public interface CallSource {

    /**
     * Calls to make.
     *
     * @param calls those that wait longest
     * @param total how many there are
     */
    record Open(List<PhoneCall> calls, long total) {

        public static final Open NONE = new Open(List.of(), 0);
    }

    /** What the person still has to tell, those first that can be dialled now; at most so many. */
    Open open(CurrentUser user, int most);

    /** How many that are, by what they are about. */
    Map<String, Long> waiting(CurrentUser user);

    /** One of the person's calls, also one that was made; empty where the number is no decision or answer of theirs. */
    Optional<PhoneCall> find(ApplicationNumber number, CurrentUser user);

    /** Notes what came of it, in the transaction that counts the try. */
    void record(PhoneCall call, CallOutcome outcome, CurrentUser user);
}
