package org.maintenancefund.application;

import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.domain.Consultations;
import org.maintenancefund.application.domain.DecisionService;
import org.maintenancefund.application.domain.ReceiptCodes;
import org.maintenancefund.application.domain.ReviewService;
import org.maintenancefund.kernel.OneTimeCode;
import org.springframework.stereotype.Service;

/** What a district does with an application: decide, note that the contact was told, replace a lost 回执码. */
@Service
public class Decisions {

    private final DecisionService service;
    private final ReceiptCodes codes;
    private final ReviewService review;
    private final Consultations consultations;

    Decisions(DecisionService service, ReceiptCodes codes, ReviewService review, Consultations consultations) {
        this.service = service;
        this.codes = codes;
        this.review = review;
        this.consultations = consultations;
    }

    /**
     * Decides. What 系统比对 says is looked up before anything is locked, and kept with the round.
     *
     * @throws StaleDecision where the application is not as the reviewer saw it
     * @throws org.maintenancefund.kernel.Refusal where the reviewer entered it, a reason is missing, or an approval is not
     *     possible any more
     * @throws org.maintenancefund.kernel.NotFound where it is another district's
     */
    public void decide(ApplicationKind kind, ApplicationNumber number, Decision decision, CurrentUser reviewer) {
        if (decision.action() == ReviewAction.APPROVE) {
            consultations.before(kind, number);
        }
        service.decide(kind, number, decision, review.compare(kind, number, reviewer), reviewer);
    }

    /** 已电话通知. */
    public void tell(ApplicationKind kind, ApplicationNumber number, CurrentUser reviewer) {
        service.tell(kind, number, reviewer);
    }

    /** A new 回执码 for a lost one, after a look at the person; the old one is void. */
    public OneTimeCode reissueCode(ApplicationKind kind, ApplicationNumber number, CurrentUser reviewer) {
        OneTimeCode code = OneTimeCode.generate();
        service.replaceCode(kind, number, codes.hash(code), reviewer);
        return code;
    }
}
