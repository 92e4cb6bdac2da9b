package org.maintenancefund.kernel;

import java.util.function.Function;

/**
 * The outcome of reading what a person typed: either a value, or the reason why it is none.
 *
 * @param <T> the value's type
 */
public sealed interface Checked<T> {

    static <T> Checked<T> ok(T value) {
        return new Ok<>(value);
    }

    static <T> Checked<T> refused(String code, Object... args) {
        return new Refused<>(Reason.of(code, args));
    }

    /** True where there is a value. */
    boolean isOk();

    /** The value; throws a {@link Refusal} with the reason where there is none. */
    T value();

    /** The reason of a refusal; throws {@link IllegalStateException} where there is a value. */
    Reason reason();

    default <R> Checked<R> map(Function<? super T, ? extends R> mapping) {
        return isOk() ? new Ok<>(mapping.apply(value())) : new Refused<>(reason());
    }

    record Ok<T>(T value) implements Checked<T> {
        @Override
        public boolean isOk() {
            return true;
        }

        @Override
        public Reason reason() {
            throw new IllegalStateException("a value was read, there is no reason");
        }
    }

    record Refused<T>(Reason reason) implements Checked<T> {
        @Override
        public boolean isOk() {
            return false;
        }

        @Override
        public T value() {
            throw new Refusal(reason);
        }
    }
}
