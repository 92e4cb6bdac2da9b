package org.maintenancefund.review;

import java.time.Instant;
import org.maintenancefund.review.domain.ApplicantDesk;
import org.springframework.stereotype.Service;

/** What an applicant who is not signed in does after the submission. Who calls has asked for the 回执码 before. */
@Service
public class Applicants {

    private final ApplicantDesk desk;

    Applicants(ApplicantDesk desk) {
        this.desk = desk;
    }

    /** 撤回申请; sent again, it changes nothing. Answers when it was withdrawn. */
    public Instant withdraw(ApplicationNumber number) {
        return desk.withdraw(number);
    }

    /** 修改并重新提交: fills a draft of that browser and answers the address of the form to mend it with. */
    public String startMending(ApplicationNumber number, DraftOwner owner) {
        return desk.startMending(number, owner);
    }
}
