package org.maintenancefund.committee;

import java.time.LocalDate;

/**
 * A term of office.
 *
 * @param number 届次, from 1
 * @param start  本届起始日期
 * @param end    本届届满日期, after the start
 */
public record Term(int number, LocalDate start, LocalDate end) {

    public Term {
        if (number < 1 || !end.isAfter(start)) {
            throw new IllegalArgumentException("not a term: " + number + ", " + start + " to " + end);
        }
    }

    @Override
    public String toString() {
        return "第 " + number + " 届，" + start + " 至 " + end;
    }
}
