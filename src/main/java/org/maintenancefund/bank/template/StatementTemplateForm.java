package org.maintenancefund.bank.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Choice;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;

/**
 * A template as it is made of a sample.
 *
 * @param columns what each column of the sample is, by the names of {@link StatementField}; empty for what is not used
 */
@Labels("bank.template.field.")
record StatementTemplateForm(
        @Text(max = 40, required = "bank.template.name.required")
        String name,

        @Choice(value = SignRule.class, required = "bank.template.sign.required")
        String sign,

        @Text(max = 40, optional = true) String income,
        @Text(max = 40, optional = true) String expense,

        @Choice(value = AccountPlace.class, required = "bank.template.account.required")
        String account,

        @Text(max = 40, optional = true) String accountLabel,
        List<String> columns) {

    StatementTemplateForm(
            @Nullable String name,
            @Nullable String sign,
            @Nullable String income,
            @Nullable String expense,
            @Nullable String account,
            @Nullable String accountLabel,
            @Nullable List<String> columns) {
        this.name = ChineseText.clean(name);
        this.sign = Objects.requireNonNullElse(sign, "");
        this.income = Objects.requireNonNullElse(income, "");
        this.expense = Objects.requireNonNullElse(expense, "");
        this.account = Objects.requireNonNullElse(account, "");
        this.accountLabel = Objects.requireNonNullElse(accountLabel, "");
        this.columns = columns == null
                ? List.of()
                : columns.stream()
                        .map(each -> Objects.requireNonNullElse(each, ""))
                        .toList();
    }

    /** What the headings of a sample are most probably, by the names that other templates know. */
    static StatementTemplateForm of(StatementSample sample, List<StatementTemplate> known) {
        List<String> columns =
                new ArrayList<>(java.util.Collections.nCopies(sample.headings().size(), ""));
        Set<StatementField> taken = new HashSet<>();
        for (StatementTemplate template : known) {
            template.layout()
                    .find(sample.headings())
                    .forEach((field, places) -> places.forEach(place -> {
                        if (columns.get(place).isEmpty() && (field == StatementField.TEXT || taken.add(field))) {
                            columns.set(place, field.name());
                        }
                    }));
        }
        int time = columns.indexOf(StatementField.TIME.name());
        if (!taken.contains(StatementField.DAY)
                && time >= 0
                && !patterns(sample, time).isEmpty()) {
            columns.set(time, StatementField.DAY.name());
        }
        SignRule sign = taken.contains(StatementField.INCOME)
                ? SignRule.TWO_COLUMNS
                : taken.contains(StatementField.DIRECTION) ? SignRule.DIRECTION : SignRule.SIGNED;
        AccountPlace place = taken.contains(StatementField.ACCOUNT) ? AccountPlace.COLUMN : AccountPlace.ABOVE;
        return new StatementTemplateForm(
                "",
                sign.name(),
                Messages.of("bank.template.income.usual"),
                Messages.of("bank.template.expense.usual"),
                place.name(),
                Messages.of("bank.template.label.usual"),
                columns);
    }

    /**
     * The layout of a form without faults.
     *
     * @throws Refusal where a column is missing or chosen twice, or the days can't be read
     */
    StatementLayout read(StatementSample sample) {
        Map<StatementField, List<String>> headers = new EnumMap<>(StatementField.class);
        Map<StatementField, Integer> places = new EnumMap<>(StatementField.class);
        for (int place = 0; place < Math.min(columns.size(), sample.headings().size()); place++) {
            StatementField field = field(columns.get(place));
            String heading = sample.headings().get(place);
            if (field != null && !ChineseText.isBlank(heading)) {
                if (field != StatementField.TEXT && headers.containsKey(field)) {
                    throw Refusal.because("bank.template.twice", field.label());
                }
                headers.computeIfAbsent(field, none -> new ArrayList<>()).add(heading);
                places.putIfAbsent(field, place);
            }
        }
        StatementLayout layout = new StatementLayout(
                headers,
                SignRule.valueOf(sign),
                AccountPlace.valueOf(account),
                account.equals(AccountPlace.ABOVE.name()) ? words(accountLabel) : List.of(),
                days(sample, places),
                words(income),
                words(expense));
        Set<StatementField> missing = new TreeSet<>(layout.needed());
        missing.removeAll(headers.keySet());
        if (!missing.isEmpty()) {
            throw Refusal.because(
                    "bank.template.missing",
                    missing.stream().map(StatementField::label).collect(Collectors.joining(Messages.of("bank.and"))));
        }
        if (layout.account() == AccountPlace.ABOVE && layout.accountLabels().isEmpty()) {
            throw Refusal.because("bank.template.label.required");
        }
        return layout;
    }

    private static @Nullable StatementField field(String name) {
        return Arrays.stream(StatementField.values())
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static List<String> days(StatementSample sample, Map<StatementField, Integer> places) {
        Integer place = places.get(StatementField.DAY);
        if (place == null) {
            return List.of();
        }
        List<String> patterns = patterns(sample, place);
        if (patterns.isEmpty()) {
            throw Refusal.because(
                    "bank.template.days", days(sample, (int) place).findFirst().orElse(""));
        }
        return patterns;
    }

    /** How the days of a column are written; empty where they are none. */
    private static List<String> patterns(StatementSample sample, int place) {
        return StatementDates.patternsOf(days(sample, place).toList());
    }

    private static Stream<String> days(StatementSample sample, int place) {
        return sample.below().stream()
                .map(row -> ChineseText.clean(row.cell(place)))
                .filter(text -> text.matches("[0-9]{4}.*"));
    }

    private static List<String> words(String typed) {
        return Arrays.stream(ChineseText.clean(typed).split("[、，,;；/\\s]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
