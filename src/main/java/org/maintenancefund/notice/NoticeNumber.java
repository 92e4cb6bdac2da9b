package org.maintenancefund.notice;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** The number of a notice: public as the notice is, so that it can be told and typed; a running one. */
@Embeddable
public record NoticeNumber(int value) implements Serializable {

    /** Reads a number from an address; throws {@link IllegalArgumentException} where it is none. */
    public static NoticeNumber of(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("no number of a notice");
        }
        return new NoticeNumber(Integer.parseInt(text));
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
