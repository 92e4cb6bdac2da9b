package org.maintenancefund.account.creation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.account.AccountVersion;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.domain.CurrentUsers;
import org.maintenancefund.account.domain.Passwords;
import org.maintenancefund.account.domain.Passwords.PreparedCode;
import org.maintenancefund.account.password.PasswordRules;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.organisation.OrganisationView;
import org.maintenancefund.organisation.OrganisationView.Closed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes accounts for people of an organisation, in the clerk's own district only. Codes are made and hashed before the
 * transaction that gives them out begins.
 */
@Component
@RequiredArgsConstructor
public class OperatorCreationService {

    /** Code of the refusal of a form that was answered before. */
    public static final String SENT_AGAIN = "account.creation.again";

    private final Operators operators;
    private final CurrentUsers organisations;
    private final Passwords passwords;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** One 账号告知单. Lives in one answer only. */
    public record Slip(OperatorView operator, String organisation, String code, Instant validUntil) {

        /** Fewest characters of the password that takes the initial one's place. */
        public int shortestPassword() {
            return PasswordRules.min(operator.role());
        }
    }

    /** The organisation, where the clerk's district creates its users; {@link NotFound} elsewhere. */
    @Transactional(readOnly = true)
    public OrganisationView organisation(OrgRef ref, CurrentUser clerk) {
        OrganisationView organisation = organisations.organisation(ref);
        boolean staff = ref.type() == OrgType.DISTRICT_CENTRE || ref.type() == OrgType.MUNICIPAL_CENTRE;
        if (staff || clerk.district() == null || !clerk.district().equals(organisation.district())) {
            throw new NotFound("organisation " + ref);
        }
        return organisation;
    }

    /**
     * Makes all the accounts, or none.
     *
     * @throws Refusal {@code account.creation.again} where this form was answered before, {@code account.creation.closed.…}
     *     where an organisation gets no user names here
     */
    public List<Slip> create(UUID submission, List<NewOperator> people) {
        Map<NewOperator, PreparedCode> codes = codes(people);
        return inTransaction(() -> {
            once(submission);
            List<Slip> slips = people.stream()
                    .map(person -> slip(operators.create(person, code(codes, person))))
                    .toList();
            // Asked last: whoever closes an organisation waits for accounts being made for it, or is seen here.
            people.stream()
                    .map(NewOperator::organisation)
                    .distinct()
                    .forEach(ref -> refuse(organisations.organisation(ref).closed()));
            return slips;
        });
    }

    /**
     * 重新签发激活码 or 重置密码 for several, all or none; the codes before are void.
     *
     * @param people as the clerk saw them
     * @param reset  also for people who have a password of their own
     */
    public List<Slip> renew(UUID submission, List<AccountVersion> people, boolean reset) {
        Map<AccountVersion, PreparedCode> codes = codes(people);
        return inTransaction(() -> {
            once(submission);
            lock(people);
            return people.stream()
                    .map(seen -> renew(seen.id(), code(codes, seen), reset))
                    .toList();
        });
    }

    private Slip renew(OperatorId id, PreparedCode code, boolean reset) {
        OperatorView operator = operators.get(id);
        if (!reset && operator.state() != OperatorState.PENDING_ACTIVATION) {
            throw Refusal.because(
                    operator.state() == OperatorState.DISABLED
                            ? "account.refusal.disabled"
                            : "account.refusal.not-pending");
        }
        return slip(reset ? operators.resetPassword(id, code) : operators.reissueActivation(id, code));
    }

    /** 启用; who has no password of their own gets a slip. */
    public Optional<Slip> enable(AccountVersion seen) {
        PreparedCode code = passwords.newCode();
        return inTransaction(() -> {
            OperatorView operator = operators.get(seen.id());
            if (!operator.isShared()) {
                Closed closed =
                        organisations.organisation(operator.organisation()).closed();
                refuse(closed == Closed.DISABLED ? null : closed);
            }
            return operators.enable(seen, code).map(this::slip);
        });
    }

    private <K> Map<K, PreparedCode> codes(List<K> people) {
        return people.stream().distinct().collect(Collectors.toMap(Function.identity(), person -> passwords.newCode()));
    }

    private static <K> PreparedCode code(Map<K, PreparedCode> codes, K person) {
        return Objects.requireNonNull(codes.get(person));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    /** In one order, whatever the order on the page: two clerks never wait for one another. */
    private void lock(List<AccountVersion> people) {
        people.stream()
                .sorted(Comparator.comparing(seen -> seen.id().toString()))
                .forEach(operators::lockAsSeen);
    }

    private static void refuse(@Nullable Closed closed) {
        if (closed != null) {
            throw Refusal.because("account.creation.closed." + closed);
        }
    }

    private Slip slip(IssuedAccount account) {
        OperatorView operator = operators.get(account.id());
        String organisation =
                organisations.organisation(operator.organisation()).name();
        return new Slip(operator, organisation, account.activationCode().grouped(), account.validUntil());
    }

    /** The number that a form was made with; {@link NotFound} where somebody made it up. */
    public static UUID submission(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString)
                .orElseThrow(() -> new NotFound("submission"));
    }

    /** True where this form was answered before: what stands in it is no mistake then, whatever it looks like now. */
    @Transactional(readOnly = true)
    public boolean isAnswered(UUID submission) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM operator_submission WHERE id = :id)")
                .param("id", submission)
                .query(Boolean.class)
                .single();
    }

    /** Of the same form sent twice at the same moment the second waits here for the first. */
    private void once(UUID submission) {
        int first = jdbc.sql("INSERT INTO operator_submission (id, submitted_at) VALUES (:id, :now)"
                        + " ON CONFLICT ON CONSTRAINT pk_operator_submission DO NOTHING")
                .param("id", submission)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (first == 0) {
            throw Refusal.because(SENT_AGAIN);
        }
    }

    /** Nobody sends a form again after a month. */
    @Transactional
    public void sweep() {
        jdbc.sql("DELETE FROM operator_submission WHERE submitted_at < :before")
                .param("before", Timestamp.from(clock.instant().minusSeconds(30L * 24 * 3600)))
                .update();
    }
}
