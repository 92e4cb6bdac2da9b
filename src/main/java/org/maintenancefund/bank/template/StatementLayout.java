package org.maintenancefund.bank.template;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.maintenancefund.kernel.ChineseText;

/**
 * How the statement of a bank is read. It is kept as JSON with its template: a part may be added, never renamed.
 *
 * @param headers       what the headings of a field may be called
 * @param accountLabels what stands in front of the account number where it is above the headings
 * @param dates         patterns of days, and of days with a time behind them, as {@code DateTimeFormatter} has them
 * @param incomeWords   what {@link StatementField#DIRECTION} says of money that came in
 * @param expenseWords  and of money that went out
 */
public record StatementLayout(
        Map<StatementField, List<String>> headers,
        SignRule sign,
        AccountPlace account,
        List<String> accountLabels,
        List<String> dates,
        List<String> incomeWords,
        List<String> expenseWords) {

    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[][^()\\[\\]]*[)\\]]?");

    public StatementLayout {
        headers = Map.copyOf(headers);
        accountLabels = List.copyOf(accountLabels);
        dates = List.copyOf(dates);
        incomeWords = List.copyOf(incomeWords);
        expenseWords = List.copyOf(expenseWords);
    }

    /** The columns that a row of headings has, from 0: of a text all of them, of everything else the first. */
    public Map<StatementField, List<Integer>> find(List<String> headings) {
        Map<StatementField, List<Integer>> found = new EnumMap<>(StatementField.class);
        headers.forEach((field, names) -> {
            Set<String> keys = new java.util.HashSet<>();
            names.forEach(name -> keys.add(key(name)));
            List<Integer> places = new ArrayList<>();
            for (int place = 0; place < headings.size(); place++) {
                String heading = headings.get(place);
                if (keys.contains(key(heading)) || keys.contains(bare(heading))) {
                    places.add(place);
                }
            }
            if (!places.isEmpty()) {
                found.put(field, field == StatementField.TEXT ? places : places.subList(0, 1));
            }
        });
        return found;
    }

    /** The fields that a statement can't be without. */
    public Set<StatementField> needed() {
        Set<StatementField> needed = EnumSet.of(StatementField.DAY, StatementField.BALANCE);
        needed.addAll(sign.needed());
        if (account == AccountPlace.COLUMN) {
            needed.add(StatementField.ACCOUNT);
        }
        return needed;
    }

    /** What the headings of these fields are called, for a sentence. */
    public List<String> namesOf(Set<StatementField> fields) {
        return fields.stream()
                .sorted()
                .map(field -> Stream.concat(headers.getOrDefault(field, List.of()).stream(), Stream.of(field.label()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static String key(String heading) {
        return ChineseText.fold(heading);
    }

    /** Without what stands in brackets: a unit, the same in another language. */
    private static String bare(String heading) {
        return IN_BRACKETS.matcher(key(heading)).replaceAll("");
    }
}
