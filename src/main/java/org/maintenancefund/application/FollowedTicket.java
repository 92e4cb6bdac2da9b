package org.maintenancefund.application;

import java.util.List;
import java.util.Optional;
import org.maintenancefund.kernel.MobileNumber;

/**
 * What is followed in 办理进度查询 without being an application. A feature that gives out numbers of the same form offers a
 * bean.
 */
public interface FollowedTicket {

    /** Empty where there is no such number, and just so where the mobile is not its contact's. */
    Optional<Progress> find(ApplicationNumber number, MobileNumber mobile);

    /**
     * How far it is.
     *
     * @param what  what was reported, in a word
     * @param tag   the tag's kind, see fragments/page
     * @param lines what was answered and what comes next
     */
    record Progress(ApplicationNumber number, String what, String state, String tag, List<String> lines) {}
}
