package org.maintenancefund.kernel;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names in a sentence: 甲、乙、丙, and where there are more than are named, the sentence says so. */
public final class NameList {

    private NameList() {}

    /**
     * The same of names of which all are there: where there are more than are named, the sentence says how many.
     *
     * @param most so many are named at most
     */
    public static String ofAll(Collection<String> names, int most) {
        String first = names.stream().limit(most).collect(Collectors.joining("、"));
        return names.size() > most ? Messages.of("kernel.names.all", first, names.size()) : first;
    }

    /**
     * The first of them.
     *
     * @param most so many are named at most
     */
    public static String of(Collection<String> names, int most) {
        String first = names.stream().limit(most).collect(Collectors.joining("、"));
        return names.size() > most ? Messages.of("kernel.names.more", first, most) : first;
    }
}
