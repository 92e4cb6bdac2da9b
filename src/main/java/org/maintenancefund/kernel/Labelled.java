package org.maintenancefund.kernel;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An enum that people read: the word for each constant stands in the messages of its module, as {@code ReviewStatus.PENDING}. */
public interface Labelled {

    /** The word on the page. */
    default String label() {
        return Messages.label((Enum<?>) this);
    }

    /** The constant that is called so, however it is written; where none is, the reason names all of them. */
    static <E extends Enum<E> & Labelled> Checked<E> parse(Class<E> type, @Nullable String typed) {
        String wanted = ChineseText.fold(typed);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ChineseText.fold(constant.label()).equals(wanted))
                .findFirst()
                .map(Checked::ok)
                .orElseGet(() -> Checked.refused(
                        "kernel.label.unknown",
                        Arrays.stream(type.getEnumConstants())
                                .map(Labelled::label)
                                .collect(Collectors.joining("、"))));
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
