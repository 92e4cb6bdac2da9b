package org.maintenancefund.application;

import java.util.Optional;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Refusal;
import org.springframework.ui.Model;

/**
 * The step at which it is chosen what an application is about. A draft is about one subject for good: who chooses another one
 * begins another draft, with what was typed or without it.
 */
@RequiredArgsConstructor(access = AccessLevel.PROTECTED)
public abstract class SubjectStep<F> {

    private final ApplicationDefinition<F, ?> definition;
    protected final Drafts drafts;
    private final OpenDrafts list;

    /**
     * What a person answered where something was typed about another subject already.
     *
     * @param typed what becomes of it: {@code keep} or {@code clear}; null: nothing was asked yet
     * @param kept  the draft that the question named
     */
    public record Answer(@Nullable String typed, @Nullable String kept) {}

    /** The subject of a form; null where it has none yet. */
    protected abstract @Nullable String subject(F form);

    /** A form about that subject, with what was typed about another one or else empty. */
    protected abstract F about(String subject, Optional<F> typed);

    /** The draft that an address names; empty where it names none. What it names and is gone leads to where one begins. */
    protected Optional<Draft<F>> find(Optional<DraftOwner> owner, @Nullable String key) {
        if (key == null || key.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(owner.flatMap(who -> drafts.find(who, key, definition))
                .orElseThrow(() -> new DraftGone(definition.kind(), key)));
    }

    protected void showDrafts(DraftOwner owner, @Nullable CurrentUser user, Model model) {
        model.addAttribute("drafts", list.of(definition, owner, user));
    }

    /**
     * Where one goes on about the chosen subject; empty where the model was filled to ask first what becomes of what was typed.
     * A new application never takes the number of a returned one along; a revision keeps it.
     *
     * @param from what is being filled in and gets another subject; empty for a new application
     * @throws Refusal where the owner has too many drafts
     */
    protected Optional<String> choose(
            String subject,
            Optional<Draft<F>> from,
            Answer answer,
            DraftOwner owner,
            @Nullable CurrentUser user,
            Model model) {
        if (from.filter(open -> subject.equals(subject(open.form()))).isPresent()) {
            return from.map(this::address);
        }
        Optional<Draft<F>> kept =
                "keep".equals(answer.typed()) ? drafts.find(owner, answer.kept(), definition) : Optional.empty();
        Optional<Draft<F>> before = from.or(() -> latest(owner));
        if (before.isPresent() && kept.isEmpty() && !"clear".equals(answer.typed())) {
            model.addAttribute("before", list.of(definition, before.get(), user));
            model.addAttribute(
                    "sameSubject", subject.equals(subject(before.get().form())));
            model.addAttribute("change", from.map(Draft::key).orElse(null));
            return Optional.empty();
        }
        F form = about(subject, kept.map(Draft::form));
        return Optional.of(address(kept.map(draft -> drafts.copy(draft, form))
                .or(() -> from.map(draft -> drafts.again(draft, form)))
                .orElseGet(() -> drafts.start(owner, definition.kind(), form))));
    }

    /** What was filled in last as a new application. */
    private Optional<Draft<F>> latest(DraftOwner owner) {
        return drafts.open(owner, definition.kind(), definition.formType()).stream()
                .filter(open -> open.revises().isEmpty())
                .findFirst();
    }

    /** Where a draft is gone on with: at the form, or at an earlier step that is not answered yet. */
    protected String address(Draft<F> draft) {
        return definition
                        .unanswered(draft.form())
                        .orElse(definition.kind().formAddresses().get(0))
                + "?draft=" + draft.key();
    }
}
