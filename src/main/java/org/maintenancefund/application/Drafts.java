package org.maintenancefund.application;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.domain.ApplicationDefinitions;
import org.maintenancefund.application.domain.ApplicationRepository;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Typed text and scans on their way to a submission, so that a session that ends loses nothing. Each draft has its own key; an
 * owner may have several beside each other, and what is typed into one never reaches another.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class Drafts {

    private static final String OF_ANY_KIND = "SELECT id, number, form, changed_at, kind FROM application_draft";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final DraftFiles scans;
    private final ApplicationDefinitions definitions;
    private final ApplicationRepository applications;
    private final ApplicationLimits limits;
    private final Clock clock;

    /** The owner's open draft of that key and kind; empty where it is another's, submitted or too old. */
    @Transactional(readOnly = true)
    public <F> Optional<Draft<F>> find(DraftOwner owner, UUID key, ApplicationKind kind, Class<F> formType) {
        return ofOwner(
                        owner,
                        "SELECT id, number, form, changed_at FROM application_draft",
                        " AND id = :key AND kind = :kind")
                .param("key", key)
                .param("kind", kind.code())
                .query(reader(owner, kind, formType, scans.of(key)))
                .optional();
    }

    /** The same by the key as it stands in addresses and forms. */
    @Transactional(readOnly = true)
    public <F> Optional<Draft<F>> find(DraftOwner owner, @Nullable String key, ApplicationDefinition<F, ?> definition) {
        return Draft.readKey(key).flatMap(read -> find(owner, read, definition.kind(), definition.formType()));
    }

    /** The owner's open drafts of a kind, the one touched last first; without their scans. */
    @Transactional(readOnly = true)
    public <F> List<Draft<F>> open(DraftOwner owner, ApplicationKind kind, Class<F> formType) {
        return ofOwner(
                        owner,
                        "SELECT id, number, form, changed_at FROM application_draft",
                        " AND kind = :kind ORDER BY changed_at DESC, id DESC")
                .param("kind", kind.code())
                .query(reader(owner, kind, formType, List.of()))
                .list();
    }

    /** The same of several kinds, one kind after the other. */
    @Transactional(readOnly = true)
    public List<Draft<?>> open(DraftOwner owner, List<ApplicationKind> kinds) {
        return ofOwner(
                        owner,
                        OF_ANY_KIND,
                        " AND kind = ANY (:kinds)"
                                + " ORDER BY array_position(CAST(:kinds AS text[]), kind), changed_at DESC, id DESC")
                .param("kinds", kinds.stream().map(ApplicationKind::code).toArray(String[]::new))
                .query(reader(owner))
                .list();
    }

    /** The owner's open drafts of all kinds that are no revisions, the one touched last first; without their scans. */
    @Transactional(readOnly = true)
    public List<Draft<?>> open(DraftOwner owner) {
        return ofOwner(owner, OF_ANY_KIND, " AND number IS NULL ORDER BY changed_at DESC, id DESC")
                .query(reader(owner))
                .list();
    }

    /** What kind of application one of the owner's open drafts is. */
    @Transactional(readOnly = true)
    public Optional<ApplicationKind> kindOf(DraftOwner owner, UUID key) {
        return ofOwner(owner, "SELECT kind FROM application_draft", " AND id = :key")
                .param("key", key)
                .query(String.class)
                .optional()
                .map(code -> definitions.of(code).kind());
    }

    /** Begins a draft of a new application. */
    public <F> Draft<F> start(DraftOwner owner, ApplicationKind kind, F form) {
        return start(owner, kind, Ids.next(), form);
    }

    /**
     * Begins a draft of a new application under a key that its page was shown with, so that the page sent twice makes one.
     *
     * @throws Refusal where the owner has too many drafts already
     */
    public <F> Draft<F> start(DraftOwner owner, ApplicationKind kind, UUID key, F form) {
        @SuppressWarnings("unchecked")
        Class<F> formType = (Class<F>) form.getClass();
        // Where the key is taken, the page was sent twice at the same moment, or the key is somebody else's.
        return insert(owner, kind, key, null, 0, form)
                .or(() -> find(owner, key, kind, formType).map(first -> save(first, form)))
                .orElseGet(() -> inserted(owner, kind, null, 0, form));
    }

    /** The same right and the same scans under another key: a draft that goes on about something else. */
    public <F> Draft<F> copy(Draft<?> draft, F form) {
        Draft<F> copy = again(draft, form);
        scans.link(copy.key(), scans.of(draft.key()));
        return scans.reread(copy);
    }

    /** The same right under another key, and nothing else of it. */
    public <F> Draft<F> again(Draft<?> draft, F form) {
        // Under the application's lock a new 回执码 ends the first one before or the second one after, and never
        // misses it.
        draft.revises().ifPresent(applications::lock);
        int round = jdbc.sql(
                        "SELECT coalesce(round, 0) FROM application_draft WHERE id = :key AND submitted_number IS NULL")
                .param("key", draft.key())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotFound("draft " + draft.key()));
        Draft<F> again = inserted(draft.owner(), draft.kind(), draft.revises().orElse(null), round, form);
        // About something else, little of what was said stays right.
        jdbc.sql("UPDATE application_draft SET opened = ARRAY[:all] WHERE id = :key AND number IS NOT NULL")
                .param("all", Revision.ALL)
                .param("key", again.key())
                .update();
        return again;
    }

    /**
     * A draft that revises a returned application. One that the owner began already for this round goes on as it is.
     *
     * @param round the round that was returned
     * @param form  what was submitted in it
     */
    public <F> UUID revise(
            Entitlement right, DraftOwner owner, ApplicationKind kind, int round, F form, List<ApplicationFile> files) {
        Optional<UUID> begun = ofOwner(
                        owner,
                        "SELECT id FROM application_draft",
                        " AND number = :number AND round = :round ORDER BY changed_at DESC LIMIT 1")
                .param("number", right.number().value())
                .param("round", round)
                .query(UUID.class)
                .optional();
        return begun.orElseGet(() -> {
            Draft<F> draft = inserted(owner, kind, right.number(), round, form);
            scans.link(draft.key(), files);
            return draft.key();
        });
    }

    /** Keeps the form as typed, right or wrong. Scans stay as they are. */
    public <F> Draft<F> save(Draft<?> draft, F form) {
        Instant now = clock.instant();
        int saved = jdbc.sql(
                        "UPDATE application_draft SET form = cast(:form AS jsonb), changed_at = :now, expires_at = :expires"
                                + " WHERE id = :key AND submitted_number IS NULL")
                .param("form", TypedText.bounded(json, form))
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires(draft.owner(), now)))
                .param("key", draft.key())
                .update();
        if (saved == 0) {
            throw new NotFound("draft " + draft.key());
        }
        return draft.with(form, scans.of(draft.key()), now);
    }

    /**
     * Begins the draft anew with that form and those scans.
     *
     * @param round the returned round that it revises from now on; 0 for a new application
     */
    public <F> void reset(Draft<?> draft, F form, List<ApplicationFile> files, int round) {
        Draft<F> saved = save(draft, form);
        jdbc.sql("UPDATE application_draft SET round = :round, opened = '{}' WHERE id = :key AND number IS NOT NULL")
                .param("round", round)
                .param("key", saved.key())
                .update();
        scans.replace(saved.key(), files);
    }

    /** Throws an open draft away. */
    public void delete(DraftOwner owner, UUID key) {
        jdbc.sql("DELETE FROM application_draft WHERE owner = :owner AND id = :key AND submitted_number IS NULL")
                .param("owner", owner.key())
                .param("key", key)
                .update();
    }

    private <F> Draft<F> inserted(
            DraftOwner owner, ApplicationKind kind, @Nullable ApplicationNumber revises, int round, F form) {
        return insert(owner, kind, Ids.next(), revises, round, form)
                .orElseThrow(() -> new IllegalStateException("a new identifier is taken"));
    }

    /** Empty where the key is taken. */
    private <F> Optional<Draft<F>> insert(
            DraftOwner owner, ApplicationKind kind, UUID key, @Nullable ApplicationNumber revises, int round, F form) {
        int most = owner.signedIn() ? limits.draftsPerAccount() : limits.draftsPerBrowser();
        int open = ofOwner(owner, "SELECT count(*) FROM application_draft", "")
                .query(Integer.class)
                .single();
        if (open >= most) {
            throw Refusal.because("application.draft.too-many", most);
        }
        Instant now = clock.instant();
        int rows = jdbc.sql(
                        "INSERT INTO application_draft (id, owner, kind, number, round, form, created_at, changed_at, expires_at)"
                                + " VALUES (:id, :owner, :kind, :number, :round, cast(:form AS jsonb), :now, :now, :expires)"
                                + " ON CONFLICT (id) DO NOTHING")
                .param("id", key)
                .param("owner", owner.key())
                .param("kind", kind.code())
                .param("number", revises == null ? null : revises.value())
                .param("round", revises == null ? null : round)
                .param("form", TypedText.bounded(json, form))
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires(owner, now)))
                .update();
        return rows == 0 ? Optional.empty() : Optional.of(new Draft<>(key, owner, kind, revises, form, List.of(), now));
    }

    /** A question about the owner's open drafts. */
    private JdbcClient.StatementSpec ofOwner(DraftOwner owner, String select, String narrowed) {
        return jdbc.sql(select + " WHERE owner = :owner AND submitted_number IS NULL AND expires_at > :now" + narrowed)
                .param("owner", owner.key())
                .param("now", Timestamp.from(clock.instant()));
    }

    private RowMapper<Draft<?>> reader(DraftOwner owner) {
        return (row, i) -> reader(owner, definitions.of(row.getString(5))).mapRow(row, i);
    }

    private <F> RowMapper<Draft<F>> reader(DraftOwner owner, ApplicationDefinition<F, ?> definition) {
        return reader(owner, definition.kind(), definition.formType(), List.of());
    }

    private <F> RowMapper<Draft<F>> reader(
            DraftOwner owner, ApplicationKind kind, Class<F> formType, List<ApplicationFile> files) {
        return (row, i) -> new Draft<>(
                row.getObject(1, UUID.class),
                owner,
                kind,
                row.getString(2) == null ? null : new ApplicationNumber(row.getString(2)),
                json.readValue(row.getString(3), formType),
                files,
                row.getTimestamp(4).toInstant());
    }

    private Instant expires(DraftOwner owner, Instant now) {
        return now.plus(owner.signedIn() ? limits.ownDraftLifetime() : limits.draftLifetime());
    }
}
