package org.maintenancefund.closing.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maintenancefund.closing.CarriedDifferences;
import org.maintenancefund.difference.DifferenceNumber;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;

/**
 * Why each of a month's differences is carried over, as typed: an input of its own for each, called after its number.
 *
 * @param typed    by number, as it was sent
 * @param tooLong  those whose reason is too long
 * @param reasons  those that can be kept
 */
record CarriedForm(Map<String, String> typed, List<DifferenceNumber> tooLong, Map<DifferenceNumber, String> reasons) {

    static final int LONGEST = 200;

    private static final String PREFIX = "reason-";

    static CarriedForm read(Map<String, List<String>> sent, List<CarriedDifferences.Open> open) {
        Map<String, String> typed = new LinkedHashMap<>();
        Map<DifferenceNumber, String> reasons = new LinkedHashMap<>();
        List<DifferenceNumber> tooLong = new java.util.ArrayList<>();
        for (CarriedDifferences.Open difference : open) {
            List<String> values = sent.getOrDefault(PREFIX + difference.number(), List.of());
            String value = values.isEmpty() ? "" : values.get(0);
            typed.put(difference.number().value(), value);
            Checked<String> read = ChineseText.optional(value, LONGEST);
            if (!read.isOk()) {
                tooLong.add(difference.number());
            } else if (!read.value().isEmpty()) {
                reasons.put(difference.number(), read.value());
            }
        }
        return new CarriedForm(typed, List.copyOf(tooLong), reasons);
    }
}
