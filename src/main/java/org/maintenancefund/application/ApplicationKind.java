package org.maintenancefund.application;

import java.util.List;
import java.util.Optional;
import lombok.EqualsAndHashCode;
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.Page;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;

/**
 * A kind of application: its line in the catalogue. One life serves all kinds; a feature declares its own here and brings it
 * with an {@link ApplicationDefinition}. The database knows a kind by its {@link #code}, and so do the messages: its words stand
 * under {@code ApplicationKind.} and the code, with {@code .title}, {@code .subject}, {@code .tag}, {@code .reasons} and {@code .notice}.
 */
@EqualsAndHashCode(of = "code")
public final class ApplicationKind {

    @Getter
    private final String code;

    @Getter
    private final String prefix;
    /** The menu entry under which the district reviews it. */
    @Getter
    private final Page reviews;
    /** The address of the queue; each application's review stands below, under its number. */
    @Getter
    private String reviewPath;
    /** True where what it is about lies in a street; a company is anywhere in its district. */
    @Getter
    private boolean byStreet;
    /** The choices of the tag filter in the queue, as shown. */
    @Getter
    private List<String> tags = List.of();
    /** Where the applicants find theirs. */
    @Getter
    private Page ownPage = Page.PROGRESS;

    private @Nullable String ownPath;
    /** Where one begins. */
    @Getter
    private String start = "/";
    /** Address patterns of the form; that of 核对并提交 stands beside each. */
    @Getter
    private List<String> formAddresses = List.of();

    private @Nullable String formView;

    @Getter
    private String checkView = "";
    /** Scans that the form asks for. */
    @Getter
    private List<ScanSlot> scanSlots = List.of();

    private String alreadyPending = "application.refusal.pending";

    private ApplicationKind(String code, String prefix, Page reviews) {
        this.code = code;
        this.prefix = prefix;
        this.reviews = reviews;
        this.reviewPath = reviews.path();
    }

    /**
     * Begins a line of the catalogue.
     *
     * @param code    how the database calls it
     * @param prefix  the two letters that a 受理编号 of this kind begins with
     * @param reviews where the district reviews it
     */
    public static Builder of(String code, String prefix, Page reviews) {
        return new Builder(new ApplicationKind(code, prefix, reviews));
    }

    public String label() {
        return Messages.of(key(""));
    }

    /** What the title of such an application is called in lists. */
    public String titleLabel() {
        return Messages.of(key(".title"));
    }

    /** What lists call that which it is about. */
    public String subjectLabel() {
        return Messages.of(key(".subject"));
    }

    /** What the tag beside the title is called in filters; empty where the kind has none. */
    public Optional<String> tagLabel() {
        return Optional.ofNullable(Messages.find(key(".tag")));
    }

    /** The address under which one of an organisation's own stands by its number; empty where {@link #byReceipt}. */
    public Optional<String> ownPath() {
        return Optional.ofNullable(ownPath);
    }

    /** True where strangers apply, who follow and revise it by its 回执码; the others are done under an account. */
    public boolean byReceipt() {
        return ownPath == null;
    }

    /** {@code …/form} becomes {@code …/check}; what is the form's address alone gets it below. */
    public List<String> checkAddresses() {
        return formAddresses.stream()
                .map(form -> form.replaceFirst("/form$", "") + "/check")
                .toList();
    }

    /** The view of the form; empty where the kind has pages of its own, so that the wizard begins at 核对并提交. */
    public Optional<String> formView() {
        return Optional.ofNullable(formView);
    }

    /** The ticks under 退回原因, as shown. */
    public List<String> returnReasons() {
        return Messages.list(key(".reasons"));
    }

    /** What is handed out on paper after an approval; empty where the kind has no such paper. */
    public Optional<String> noticeTitle() {
        return Optional.ofNullable(Messages.find(key(".notice")));
    }

    /** What the applicant is told where another one for the same subject is pending, without a word about whose. */
    public Reason alreadyPending() {
        return Reason.of(alreadyPending);
    }

    private String key(String what) {
        return "ApplicationKind." + code + what;
    }

    @Override
    public String toString() {
        return code;
    }

    /** The rest of the line. */
    public static final class Builder {

        private final ApplicationKind kind;

        private Builder(ApplicationKind kind) {
            this.kind = kind;
        }

        /** Where the queue stands, if it isn't alone under its menu entry. */
        public Builder reviewedAt(String path) {
            kind.reviewPath = path;
            return this;
        }

        /** Lists show the street of the subject, and filter by it. */
        public Builder byStreet() {
            kind.byStreet = true;
            return this;
        }

        public Builder tagged(List<String> tags) {
            kind.tags = List.copyOf(tags);
            return this;
        }

        /** Done under an account, not by 回执码: the page of one's own, and the address of each by its number. */
        public Builder underAccount(Page page, String path) {
            kind.ownPage = page;
            kind.ownPath = path;
            return this;
        }

        public Builder beginsAt(String address) {
            kind.start = address;
            return this;
        }

        public Builder form(String view, String... addresses) {
            kind.formView = view;
            kind.formAddresses = List.of(addresses);
            return this;
        }

        /** Filled in on pages of the kind's own. */
        public Builder ownSteps(String address) {
            kind.formAddresses = List.of(address);
            return this;
        }

        public Builder check(String view) {
            kind.checkView = view;
            return this;
        }

        public Builder scans(ScanSlot... slots) {
            kind.scanSlots = List.of(slots);
            return this;
        }

        /** The message that says that another one is pending. */
        public Builder onePending(String message) {
            kind.alreadyPending = message;
            return this;
        }

        public ApplicationKind build() {
            return kind;
        }
    }
}
