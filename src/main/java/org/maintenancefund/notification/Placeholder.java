package org.maintenancefund.notification;

import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.Messages;

/** A place in a template, written as its label in braces: {受理编号}. */
public enum Placeholder implements Labelled {
    KIND,
    /** Of the application, of the committee, of the area, of the person's organisation. */
    NAME,
    NUMBER,
    /** Until when it is decided or to be mended; when a term or a contract ends, or a right begins. */
    DAY,
    REASONS,
    NEXT,
    PERSON,
    USERNAME,
    CENTRE,
    CENTRE_PHONE;

    /** As it stands in a template. */
    public String written() {
        return "{" + label() + "}";
    }

    /** What stands there in a preview. */
    public String sample() {
        return Messages.of("Placeholder." + name() + ".sample");
    }
}
