package org.maintenancefund.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.collection.OfficeOverHttp.cell;
import static org.maintenancefund.collection.OfficeOverHttp.state;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.maintenancefund.bank.ABankFile;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.test.HttpVisitor;

/** What somebody of the municipal centre does with an account over HTTP, and sees of it: its statements, lines, differences and books. */
record FundAccountOverHttp(HttpVisitor clerk, FundAccountId id, String number) {

    /** The bank's file, in which one line is new; previewed and confirmed. */
    void imported(ABankFile file) {
        Document preview = clerk.upload(
                clerk.open("/bank/imports"), "上传并预览", Map.of("account", id.toString()), "流水.csv", file.content());
        assertThat(preview.select(".summary-list dd").eachText()).contains("建设银行");
        assertThat(state(clerk.send(preview, "确认导入 1 笔", Map.of()))).isEqualTo("已导入");
    }

    /** Amount, kind and state of each line. */
    List<String> lines() {
        return clerk.open("/bank/lines?account=" + id).select("tbody tr").stream()
                .map(row -> cell(row, "金额") + " " + cell(row, "款项种类") + " " + cell(row, "状态"))
                .toList();
    }

    /** The page of the line of that amount. */
    Document line(String amount) {
        Element found = clerk.open("/bank/lines?account=" + id).select("tbody tr").stream()
                .filter(row -> cell(row, "金额").equals(amount))
                .findFirst()
                .orElseThrow();
        return clerk.open(found.select(".card-title a").first().absUrl("href"));
    }

    /** What doesn't agree: the kind, the amount, who looks after it, the state; of those not settled, or of those that are. */
    List<String> differences(boolean settled) {
        return differenceRows(settled ? "&tab=SETTLED" : "").stream()
                .map(row -> Stream.of("差异", "金额", "责任", "状态")
                        .map(column -> cell(row, column))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /** The page of the first that is not settled. */
    Document difference() {
        return clerk.open(
                differenceRows("").get(0).select(".card-title a").first().absUrl("href"));
    }

    private List<Element> differenceRows(String tab) {
        return clerk.open("/differences?text=" + number + tab).select("tbody tr");
    }

    /** 账面余额: all that is not nothing, of books whose two sides agree. */
    List<String> books() {
        Document page = clerk.open("/ledger/accounts/" + id);
        assertThat(page.select("main").text()).contains("两边相等");
        return page.select("section:has(h2:containsOwn(账面余额)) dl > div").eachText().stream()
                .filter(part -> !part.endsWith(" 0.00 元"))
                .toList();
    }

    /** The kind and the sides of each entry. */
    List<String> entries() {
        return clerk.open("/ledger/accounts/" + id).select("tbody tr").stream()
                .map(row -> row.select("td[data-label=类型] > span").first().ownText() + " " + cell(row, "借贷"))
                .toList();
    }
}
