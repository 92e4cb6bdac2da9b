package org.maintenancefund.account.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.PasswordSource;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.account.username.NameReader;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.search.NameSound;
import org.maintenancefund.kernel.search.NameWriting;

/** A named person with a user name. */
@Entity
@Table(name = "operator")
public class Operator {

    private static final NameReader NAMES = new NameReader();

    @Getter
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private OperatorId id;

    @Getter
    private String username;

    private String personName;
    private String sortKey;
    private String searchKey;
    private String mobile;

    @Getter
    @Embedded
    @AttributeOverride(name = "type", column = @Column(name = "org_type"))
    @AttributeOverride(name = "id", column = @Column(name = "org_id"))
    private OrgRef organisation;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Getter
    @Enumerated(EnumType.STRING)
    private PasswordSource passwordSource = PasswordSource.LOCAL;

    @Getter
    @Enumerated(EnumType.STRING)
    private OperatorState state;

    @Getter
    private @Nullable String passwordHash;

    @Getter
    private @Nullable Instant passwordChangedAt;

    @Getter
    private @Nullable String codeHash;

    private @Nullable Instant codeExpiresAt;

    @Getter
    private int sessionEpoch;

    private Instant createdAt;
    private Instant issuedAt;

    /** Written at the sign-in, past this entity. */
    @Column(updatable = false)
    private @Nullable Instant lastSignInAt;

    private @Nullable Instant activatedAt;

    private @Nullable Instant directoryGoneAt;

    @Version
    private @Nullable Integer version;

    protected Operator() {}

    /** A new account: initial password 1, to be changed with the code. */
    public static Operator created(
            NewOperator person, String username, String codeHash, Instant codeExpiresAt, Instant now) {
        Operator operator =
                named(username, person.personName(), person.mobile(), person.organisation(), person.role(), now);
        operator.issue(codeHash, codeExpiresAt, now);
        return operator;
    }

    /** Somebody the directory knows, at the first sign-in: in use at once, without any password of ours. */
    public static Operator shared(SharedPerson person, MobileNumber mobile, OrgRef organisation, Instant now) {
        Operator operator = named(
                person.username(), person.personName().toString(), mobile, organisation, Role.ENTERPRISE_OPERATOR, now);
        operator.passwordSource = PasswordSource.DIRECTORY;
        operator.state = OperatorState.ACTIVE;
        operator.issuedAt = now;
        return operator;
    }

    private static Operator named(
            String username, String name, MobileNumber mobile, OrgRef organisation, Role role, Instant now) {
        Operator operator = new Operator();
        operator.id = OperatorId.next();
        operator.username = username;
        operator.call(name);
        operator.mobile = mobile.toString();
        operator.organisation = organisation;
        operator.role = role;
        operator.createdAt = now;
        return operator;
    }

    /**
     * Takes over what the directory says of the person; who was gone is back, who was disabled here stays so. Another company
     * ends what is signed in: the right to the former one's records goes with it.
     */
    public void refresh(SharedPerson person, OrgRef company) {
        requireShared();
        call(person.personName().toString());
        mobile = person.mobile() == null ? mobile : person.mobile().toString();
        if (!organisation.equals(company)) {
            organisation = company;
            sessionEpoch++;
        }
        if (directoryGoneAt != null) {
            directoryGoneAt = null;
            state = OperatorState.ACTIVE;
        }
    }

    private void call(String name) {
        personName = name;
        sortKey = NAMES.sortKey(name);
        searchKey = NameWriting.key(List.of(username, name, NameSound.of(NameWriting.of(name))));
    }

    /** Disabled or gone in the directory; it may bring the person back. */
    public void leaveDirectory(Instant now) {
        requireShared();
        disable();
        directoryGoneAt = now;
    }

    private void requireShared() {
        if (passwordSource != PasswordSource.DIRECTORY) {
            throw new IllegalStateException("a local account");
        }
    }

    private void requireLocal() {
        if (passwordSource != PasswordSource.LOCAL) {
            throw Refusal.because("account.refusal.shared");
        }
    }

    /** Another spelling of the name, another number; the person stays the same. */
    public void correct(PersonName name, MobileNumber number) {
        requireLocal();
        call(name.toString());
        mobile = number.toString();
    }

    /** Leads (back) to the initial password with a new code; ends what is signed in. */
    public void issue(String newCodeHash, Instant expiresAt, Instant now) {
        requireLocal();
        if (state == OperatorState.DISABLED) {
            throw Refusal.because("account.refusal.disabled");
        }
        state = OperatorState.PENDING_ACTIVATION;
        passwordHash = null;
        codeHash = newCodeHash;
        codeExpiresAt = expiresAt;
        issuedAt = now;
        sessionEpoch++;
    }

    /** The first password of one's own, after the code was used up. */
    void activate(String newPasswordHash, Instant now) {
        if (state != OperatorState.PENDING_ACTIVATION) {
            throw Refusal.because("account.refusal.not-pending");
        }
        state = OperatorState.ACTIVE;
        codeHash = null;
        codeExpiresAt = null;
        // The session goes on as a full one: the person is at work.
        lastSignInAt = now;
        activatedAt = activatedAt == null ? now : activatedAt;
        changePassword(newPasswordHash, now);
    }

    void changePassword(String newPasswordHash, Instant now) {
        requireLocal();
        if (state != OperatorState.ACTIVE) {
            throw Refusal.because("account.refusal.not-active");
        }
        passwordHash = newPasswordHash;
        passwordChangedAt = now;
        sessionEpoch++;
    }

    public void disable() {
        state = OperatorState.DISABLED;
        directoryGoneAt = null;
        codeHash = null;
        codeExpiresAt = null;
        sessionEpoch++;
    }

    /** Back in use; without a password of its own a local account begins with a new code. */
    public void enable() {
        if (state != OperatorState.DISABLED) {
            throw Refusal.because("account.refusal.not-disabled");
        }
        if (directoryGoneAt != null) {
            throw Refusal.because("account.refusal.gone");
        }
        boolean waits = passwordSource == PasswordSource.LOCAL && passwordHash == null;
        state = waits ? OperatorState.PENDING_ACTIVATION : OperatorState.ACTIVE;
    }

    public OperatorView view() {
        return new OperatorView(
                id,
                username,
                personName,
                MobileNumber.parse(mobile).value(),
                organisation,
                role,
                passwordSource,
                state,
                createdAt,
                activatedAt,
                lastSignInAt,
                codeExpiresAt,
                version());
    }

    /** What is done to the account, for the trail. */
    public AuditEvent event(String action) {
        return AuditEvent.of(action).on("operator", username, personName);
    }

    public int version() {
        return version == null ? 0 : version;
    }
}
