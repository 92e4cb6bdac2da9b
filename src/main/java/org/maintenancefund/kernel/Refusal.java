package org.maintenancefund.kernel;

import lombok.Getter;

/**
 * A rule of the domain says no. Carries the {@link Reason} that the page shows; shown as a 409 page where no form takes it
 * up as a field message.
 */
public class Refusal extends RuntimeException {

    @Getter
    private final Reason reason;

    public Refusal(Reason reason) {
        super(reason.code());
        this.reason = reason;
    }

    public static Refusal because(String code, Object... args) {
        return new Refusal(Reason.of(code, args));
    }
}
