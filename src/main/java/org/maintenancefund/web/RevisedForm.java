package org.maintenancefund.web;

import java.util.List;

/**
 * A form of which a part is closed: what was filled in before is mended where somebody marked it. The input fragments find it
 * under {@link #ATTRIBUTE} in the model of the page.
 */
public interface RevisedForm {

    String ATTRIBUTE = "revision";

    /** True where what that input says stays as it is. */
    boolean isClosed(String input);

    /** What is wrong with what the input says, an empty text where only that was said; nothing where it isn't marked. */
    List<String> reasonsAt(String input);
}
