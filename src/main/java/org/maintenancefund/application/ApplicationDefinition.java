package org.maintenancefund.application;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/**
 * How a kind of application is filled in; one wizard serves all kinds by it. A bean for each {@link ApplicationKind} in use.
 *
 * @param <F> the form as typed, text throughout, that Jackson can write and read back
 * @param <D> the details that a form without mistakes becomes, see {@link ApplicationType}
 */
public interface ApplicationDefinition<F, D> {

    ApplicationKind kind();

    Class<F> formType();

    /** Where one begins, and where a draft that is not there any more leads. */
    String startAddress(@Nullable CurrentUser user);

    /** Address patterns of the form; that of 核对并提交 stands beside each, see {@link #checkAddress}. */
    List<String> formAddresses();

    /** True where the kind has pages of its own instead of one form: the wizard then begins at 核对并提交. */
    default boolean hasOwnSteps() {
        return false;
    }

    /** Address patterns of 核对并提交. */
    default List<String> checkAddresses() {
        return formAddresses().stream().map(ApplicationDefinition::checkAddress).toList();
    }

    /** Where a draft is gone on with; {@code ?draft=} is added. */
    String continueAddress(F form, @Nullable CurrentUser user);

    default String formView() {
        throw new UnsupportedOperationException("a kind with steps of its own");
    }

    String checkView();

    /** Scans that the form asks for. */
    default List<ScanSlot> scanSlots() {
        return List.of();
    }

    /** The form to begin with; empty where an earlier step makes it, which is where one is led then. */
    Optional<F> blank(Applicant applicant);

    /** What is kept of a form sent: by default what was typed. */
    default F merge(F kept, F typed) {
        return typed;
    }

    /** Takes the form of a draft that is gone for a new one, so that nothing typed is lost; empty where that can't be. */
    default Optional<F> recover(F typed, Applicant applicant) {
        return blank(applicant).map(blank -> merge(blank, typed));
    }

    /** The form with nothing typed, about the same thing. */
    F emptied(F form);

    /** 再加一位; nothing where the form has no people. */
    default void addOperator(F form) {}

    /** Refuses with {@link org.maintenancefund.kernel.NotFound} where that person has nothing to do with what the form is about. */
    default void require(F form, Applicant applicant) {}

    /** The address of an earlier step that is not answered yet; {@code ?draft=} is added. */
    default Optional<String> unanswered(F form) {
        return Optional.empty();
    }

    /** The details, or empty where {@code errors} has something to say. */
    Optional<D> read(Draft<F> draft, Applicant applicant, Errors errors);

    /** The field at which the form tells what stands against the application; empty: only the check page does. */
    default Optional<String> obstacleField() {
        return Optional.empty();
    }

    /**
     * Fills the model of the form page with what the wizard doesn't know.
     *
     * @param draft null before anything was kept
     */
    default void showForm(F form, @Nullable Draft<F> draft, Applicant applicant, Model model) {}

    /**
     * Fills the model of 核对并提交 with what the wizard doesn't know: {@code rows} at least.
     *
     * @param form the address of the form, with the draft's key
     */
    void showCheck(Draft<F> draft, D details, String form, Applicant applicant, Model model);

    /** The filled form of a round, for revising it. */
    F formOf(D details);

    /** What it is about, in the list of drafts; empty where nothing is told yet. */
    String title(F form);

    /** The contact typed so far, shown masked. */
    String contact(F form);

    /** Where one lands after the submission under an account. */
    default String afterSubmission(Submission submission, Applicant applicant) {
        return startAddress(applicant.user());
    }

    /** What comes next, in the banner after a submission under an account. */
    default String whatNext(Applicant applicant) {
        return "区中心将按办理期限审核，审核结果在本页查看。";
    }

    /** {@code …/form} becomes {@code …/check}; what is the form's address alone gets it below. */
    static String checkAddress(String formAddress) {
        return formAddress.endsWith("/form")
                ? formAddress.substring(0, formAddress.length() - "/form".length()) + "/check"
                : formAddress + "/check";
    }
}
