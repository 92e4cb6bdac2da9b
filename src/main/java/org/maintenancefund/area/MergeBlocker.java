package org.maintenancefund.area;

import java.util.List;

/**
 * Why areas can't be made one.
 *
 * @param sentence what stands against it and what to do first
 * @param links    the things it is about
 */
public record MergeBlocker(String sentence, List<AreaFact.Line> links) {

    public MergeBlocker {
        links = List.copyOf(links);
    }
}
