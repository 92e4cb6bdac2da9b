package org.maintenancefund.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.domain.ApplicationDefinitions;
import org.maintenancefund.kernel.PersonName;
import org.springframework.stereotype.Component;

/** The list of one's drafts, for the pages where one begins. A shared computer tells no more by it than is needed to know one's own. */
@Component
@RequiredArgsConstructor
public class OpenDrafts {

    /**
     * A draft in the list of one's drafts.
     *
     * @param contact  the contact's name, masked; empty where none is typed
     * @param revises  the returned application that it revises; null for a new one
     * @param address  where it is gone on with
     */
    public record OpenDraft(
            UUID key,
            String title,
            String contact,
            @Nullable ApplicationNumber revises,
            Instant changedAt,
            String address) {}

    private final Drafts drafts;
    private final ApplicationDefinitions definitions;

    /** Those of an account, for a page of another part of the kind's module. */
    public List<OpenDraft> of(ApplicationKind kind, CurrentUser user) {
        return of(List.of(kind), user);
    }

    /** The same of several kinds, one kind after the other. */
    public List<OpenDraft> of(List<ApplicationKind> kinds, CurrentUser user) {
        return ofAnyKind(drafts.open(DraftOwner.of(user), kinds), user);
    }

    /** Those of an account of all kinds, revisions left out. */
    public List<OpenDraft> of(CurrentUser user) {
        return ofAnyKind(drafts.open(DraftOwner.of(user)), user);
    }

    private List<OpenDraft> ofAnyKind(List<Draft<?>> open, CurrentUser user) {
        return open.stream()
                .map(draft -> ofAnyKind(definitions.of(draft.kind()), draft, user))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private <F> OpenDraft ofAnyKind(ApplicationDefinition<F, ?> definition, Draft<?> draft, CurrentUser user) {
        return of(definition, (Draft<F>) draft, user);
    }

    public <F> List<OpenDraft> of(
            ApplicationDefinition<F, ?> definition, DraftOwner owner, @Nullable CurrentUser user) {
        return of(definition, owner, user, form -> true);
    }

    /** Those of them that are about what {@code wanted} says. */
    public <F> List<OpenDraft> of(
            ApplicationDefinition<F, ?> definition, DraftOwner owner, @Nullable CurrentUser user, Predicate<F> wanted) {
        return drafts.open(owner, definition.kind(), definition.formType()).stream()
                .filter(draft -> wanted.test(draft.form()))
                .map(draft -> of(definition, draft, user))
                .toList();
    }

    /** One draft as the list shows it. */
    public <F> OpenDraft of(ApplicationDefinition<F, ?> definition, Draft<F> draft, @Nullable CurrentUser user) {
        return new OpenDraft(
                draft.key(),
                definition.title(draft.form()),
                masked(definition.contact(draft.form())),
                draft.revises().orElse(null),
                draft.changedAt(),
                definition.continueAddress(draft.form(), user) + "?draft=" + draft.key());
    }

    private static String masked(String contact) {
        var name = PersonName.parse(contact);
        return name.isOk() ? name.value().masked() : "";
    }
}
