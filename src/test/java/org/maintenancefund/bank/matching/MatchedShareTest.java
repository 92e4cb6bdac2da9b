package org.maintenancefund.bank.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.collection.remittance.SlipNumber;
import org.maintenancefund.test.Pages;
import org.springframework.beans.factory.annotation.Autowired;

/** 收取统计 of the lines of the bank: how many the system matched by itself, and what became of the others. */
class MatchedShareTest extends MatchedAccount {

    private static final String PLAIN =
            "SELECT count(*) FROM bank_line l WHERE date_trunc('month', l.day) = DATE '%s' AND %s";

    private static final String BY =
            "l.kind = 'REMITTANCE' AND l.state = 'SETTLED' AND EXISTS (SELECT FROM bank_assignment a"
                    + " WHERE a.line_id = l.id AND a.state = 'CONFIRMED' AND a.basis %s)";

    @Autowired
    Pages pages;

    private Document page() {
        return pages.open("/collection/statistics?tab=matching", world.municipal());
    }

    private Element row(Document page, YearMonth month) {
        return page.select("section[aria-labelledby=table-matching] tbody tr").stream()
                .filter(row -> row.selectFirst("th").text().equals(month.toString()))
                .findFirst()
                .orElseThrow();
    }

    private String count(YearMonth month, String condition) {
        return jdbc.sql(PLAIN.formatted(month.atDay(1), condition))
                .query(String.class)
                .single();
    }

    @Test
    void whatTheSystemMatchedAloneIsToldApartFromWhatPeopleSaid() {
        YearMonth month = YearMonth.from(today);
        SlipNumber named = slips.of("126.78");
        paid("126.78", named.value());
        kept();
        SlipNumber part = slips.of("50.00");
        paid("20.00", part.value());
        kept();
        service.confirm(live(2).id(), colleague);
        paid("30.00", "没有写单号");
        kept();
        file.in(today, "7.77", "某人", "6228480000012345678", "不知道");
        kept();

        Element row = row(page(), month);
        List<String> figures = row.select("td").eachText().stream()
                .map(text -> text.replace(",", ""))
                .toList();

        String all = count(month, BY.formatted("IS NOT NULL"));
        String system = count(month, BY.formatted("= 'NUMBER'"));
        assertThat(figures.subList(0, 4))
                .containsExactly(
                        all,
                        system,
                        count(month, BY.formatted("IN ('PART', 'PAYER', 'COMBINATION')")),
                        count(month, BY.formatted("= 'PERSON'")));
        assertThat(figures.subList(5, 7))
                .containsExactly(count(month, "l.state = 'PROPOSED'"), count(month, "l.state = 'OPEN'"));
        assertThat(Double.parseDouble(figures.get(4).replace("%", "")))
                .isCloseTo(
                        100 * Double.parseDouble(system) / Double.parseDouble(all),
                        org.assertj.core.data.Offset.offset(0.0501));
        assertThat(row.select("td a")).hasSizeGreaterThanOrEqualTo(4);
        for (Element link : row.select("td a")) {
            assertThat(pages.open(link.attr("href"), world.municipal())
                            .select(".list-bar p strong")
                            .text())
                    .as(link.attr("href"))
                    .isEqualTo(link.text());
        }
        assertThat(line(4).kind()).isEqualTo(BankLineKind.PENDING);
    }
}
