package org.maintenancefund.kernel;

import org.jspecify.annotations.Nullable;

/** An enum that people read: the word for each constant stands in the messages of its module, as {@code ReviewStatus.PENDING}. */
public interface Labelled {

    /** The word on the page. */
    default String label() {
        return Messages.label((Enum<?>) this);
    }

    /** For templates: {@code ${state.is('PENDING')}}; a name that no constant has is a mistake and fails. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    default boolean is(String name) {
        return this == Enum.valueOf(((Enum) this).getDeclaringClass(), name);
    }

    /** A second line that explains it, under {@code TargetKind.OFFICE.hint}; null where there is none. */
    default @Nullable String hint() {
        return Messages.find(Messages.key((Enum<?>) this) + ".hint");
    }
}
