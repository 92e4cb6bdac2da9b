package org.maintenancefund.bank.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.FoundUnit;
import org.maintenancefund.unit.UnitLookup;

/** 各户金额 as people type them or paste them from a spreadsheet: a household a line, 户号 and amount. */
final class HouseholdShares {

    private static final int MOST = 5_000;
    private static final Pattern LINE = Pattern.compile("([^\\s,，、;；]+)[\\s,，、;；]+(.+)");

    private record Typed(int line, String number, Money amount) {}

    private HouseholdShares() {}

    /** @throws Refusal that names the first line which can't be read, or whose household is unknown or stands there twice */
    static List<HouseholdShare> parse(String text, UnitLookup units) {
        List<Typed> typed = new ArrayList<>();
        int line = 0;
        for (String each : text.split("\\R")) {
            line++;
            if (!ChineseText.isBlank(each)) {
                typed.add(read(line, ChineseText.trim(each)));
            }
        }
        if (typed.isEmpty()) {
            throw Refusal.because("bank.assign.households.required");
        }
        if (typed.size() > MOST) {
            throw Refusal.because("bank.assign.households.too-many", MOST);
        }
        Map<String, FoundUnit> found =
                units.numbered(typed.stream().map(Typed::number).toList());
        Set<String> seen = new HashSet<>();
        List<HouseholdShare> shares = new ArrayList<>();
        for (Typed each : typed) {
            FoundUnit unit = found.get(each.number());
            if (unit == null) {
                throw Refusal.because("bank.assign.households.unknown", each.line(), each.number());
            }
            if (!seen.add(each.number())) {
                throw Refusal.because("bank.assign.households.twice", each.line(), each.number());
            }
            shares.add(new HouseholdShare(unit.id(), each.amount()));
        }
        return shares;
    }

    private static Typed read(int line, String text) {
        Matcher parts = LINE.matcher(text);
        if (!parts.matches()) {
            throw Refusal.because("bank.assign.households.unreadable", line);
        }
        Checked<Money> amount = Money.parsePositive(parts.group(2));
        if (!amount.isOk()) {
            throw Refusal.because("bank.assign.households.amount", line, parts.group(2));
        }
        return new Typed(line, ChineseText.code(parts.group(1)).toUpperCase(Locale.ROOT), amount.value());
    }
}
