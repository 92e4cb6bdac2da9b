package org.maintenancefund.application;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.web.SummaryRow;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/**
 * A kind of application: its line in the catalogue, its rules, its words, and how it is filled in. One bean for each kind; one
 * wizard serves them all.
 *
 * @param <F> the form as typed, text throughout, that Jackson can write and read back
 * @param <D> the details that a form without mistakes becomes, see {@link ApplicationPolicy}
 */
@RequiredArgsConstructor
public abstract class ApplicationDefinition<F, D> {

    @Getter
    private final ApplicationKind kind;

    @Getter
    private final Class<F> formType;

    @Getter
    private final Class<D> detailsType;

    @Getter
    private final ApplicationPolicy<D> policy;

    @Getter
    private final ApplicationPresenter<D> presenter;

    /** What the reviewer of a waiting application reads: its lines, and 系统比对. */
    public record Reading(List<DetailField> fields, List<SystemCheck> checks) {}

    /** Both are told together, so that a kind reads but once what both are about. */
    public Reading readForReview(ApplicationNumber number, D details) {
        return new Reading(presenter.describe(details), policy.compare(number, details));
    }

    /** Where one begins, and where a draft that is not there any more leads. */
    public String startAddress(@Nullable CurrentUser user) {
        return kind.start();
    }

    /** Where a draft is gone on with; {@code ?draft=} is added. */
    public String continueAddress(F form, @Nullable CurrentUser user) {
        return kind.formAddresses().get(0);
    }

    /** The form to begin with; empty where an earlier step makes it, which is where one is led then. */
    public Optional<F> blank(Applicant applicant) {
        return Optional.empty();
    }

    /** What is kept of a form sent: by default what was typed. */
    public F merge(F kept, F typed) {
        return typed;
    }

    /** Takes the form of a draft that is gone for a new one, so that nothing typed is lost; empty where that can't be. */
    public Optional<F> recover(F typed, Applicant applicant) {
        return blank(applicant).map(blank -> merge(blank, typed));
    }

    /** The form with nothing typed, about the same thing. */
    public abstract F emptied(F form);

    /** 再加一位: the form with one more row; as it is where it has no people. */
    public F withOneMoreOperator(F form) {
        return form;
    }

    /** Refuses with {@link org.maintenancefund.kernel.NotFound} where that person has nothing to do with what the form is about. */
    public void require(F form, Applicant applicant) {}

    /** The address of an earlier step that is not answered yet; {@code ?draft=} is added. */
    public Optional<String> unanswered(F form) {
        return Optional.empty();
    }

    /**
     * The inputs that are opened where a line of the summary is to be mended, the one that it is called after first; a dot
     * leads into a part of the form. None: the line isn't told by who applies, and can't be marked.
     */
    public List<String> inputsOf(String line) {
        boolean own = Arrays.stream(formType.getRecordComponents())
                .anyMatch(component -> component.getName().equals(line));
        return own ? List.of(line) : List.of();
    }

    /** The address of the page where a line is mended, if that is not the form; {@code ?draft=} is added. */
    public Optional<String> pageOf(String line) {
        return Optional.empty();
    }

    /**
     * The details, or empty where {@code errors} has something to say: of what the form's constraints are not kept is told
     * there already.
     */
    public abstract Optional<D> read(Draft<F> draft, Applicant applicant, Errors errors);

    /** The field at which the form tells what stands against the application; empty: only the check page does. */
    public Optional<String> obstacleField() {
        return Optional.empty();
    }

    /**
     * Fills the model of the form page with what the wizard doesn't know.
     *
     * @param draft null before anything was kept
     */
    public void showForm(F form, @Nullable Draft<F> draft, Applicant applicant, Model model) {}

    /**
     * The lines of 核对并提交.
     *
     * @param form the address of the form, with the draft's key
     * @param open whether a line, or the scans of an input, can be changed
     */
    public List<SummaryRow> rows(Draft<F> draft, D details, String form, Predicate<String> open) {
        return ApplicationRows.changeable(
                kind, presenter.describe(details), draft.files(), form, open, line -> whereMended(line, draft, form));
    }

    /** The input that a line is called after, on the form or on the page of an earlier step. */
    private String whereMended(String line, Draft<F> draft, String form) {
        String page =
                pageOf(line).map(address -> address + "?draft=" + draft.key()).orElse(form);
        return page + "#" + inputsOf(line).get(0);
    }

    /** Fills the model of 核对并提交 with what the wizard doesn't know. */
    public void showCheck(Draft<F> draft, D details, Model model) {}

    /** The filled form of a round, for revising it. */
    public abstract F formOf(D details);

    /** What it is about, in the list of drafts; empty where nothing is told yet. */
    public abstract String title(F form);

    /** The contact typed so far, shown masked; empty where that is who is signed in. */
    public String contact(F form) {
        return "";
    }

    /** Where one lands after the submission under an account. */
    public String afterSubmission(Submission submission, Applicant applicant) {
        return startAddress(applicant.user());
    }
}
