package org.maintenancefund.kernel;

import java.io.Serializable;
import java.util.List;

/**
 * Why something is not possible, as a sentence a person can act on.
 *
 * <p>The sentence itself stands in a messages file under {@link #code()}; {@link #args()} fill its places.
 *
 * @param code key of the sentence in the messages files
 * @param args values for the sentence, in order
 */
public record Reason(String code, List<Object> args) implements Serializable {

    public Reason {
        args = List.copyOf(args);
    }

    public static Reason of(String code, Object... args) {
        return new Reason(code, List.of(args));
    }
}
