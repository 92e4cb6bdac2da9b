package org.maintenancefund.application;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.domain.Consultations;
import org.maintenancefund.application.domain.ReceiptCodes;
import org.maintenancefund.application.domain.SubmissionService;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/**
 * Takes in what was filled in and checked: a first submission or the next round of a returned application.
 *
 * <p>Not transactional itself: the transaction is the service's, so that a constraint that stops it can be told in words here.
 */
@Service
public class Submissions {

    private static final String ONE_PENDING = "uq_application_one_pending_per_subject";

    private final SubmissionService service;
    private final ReceiptCodes codes;
    private final Consultations consultations;

    Submissions(SubmissionService service, ReceiptCodes codes, Consultations consultations) {
        this.service = service;
        this.codes = codes;
        this.consultations = consultations;
    }

    /**
     * Submits. Sent again (a double click, a reload), it answers with the first receipt and makes nothing new.
     *
     * @param draft   what it was filled in as
     * @param details the round's details, made of the draft's form
     * @param user    the person signed in, or null
     * @throws Refusal where the kind's rules, another pending application, or a later round stand against it
     */
    public <D> Submission submit(Draft<?> draft, D details, @Nullable CurrentUser user) {
        consultations.before(draft.kind(), details);
        OneTimeCode code = OneTimeCode.generate();
        boolean needsCode = draft.kind().byReceipt() && draft.revises().isEmpty();
        SubmissionService.NewCode newCode = needsCode ? new SubmissionService.NewCode(code, codes.hash(code)) : null;
        try {
            return service.submit(draft, details, user, newCode);
        } catch (DataIntegrityViolationException violated) {
            String message = String.valueOf(violated.getMostSpecificCause().getMessage());
            if (message.contains(ONE_PENDING)) {
                throw new Refusal(service.alreadyPending(draft.kind()));
            }
            throw violated;
        }
    }

    /** Why the draft can't be submitted whatever it says: the application that it revises has gone on meanwhile. */
    public Optional<Reason> ended(Draft<?> draft) {
        return service.ended(draft);
    }

    /** Why it could not be submitted as things stand now; asked before the check page, so that nobody learns it last. */
    public <D> Optional<Reason> obstacle(Draft<?> draft, D details) {
        consultations.before(draft.kind(), details);
        return service.obstacle(draft, details);
    }
}
