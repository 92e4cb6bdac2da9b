package org.maintenancefund.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.maintenancefund.test.HttpVisitor;

/** An owner, who has no account: looks at the household over HTTP, by what stands on the paper of the counter. */
record OwnerOverHttp(HttpVisitor visitor, String number, String code) {

    /**
     * A household that paid once or never.
     *
     * @param open    what is billed and not paid
     * @param prepaid what is paid ahead
     * @param balance what is booked to it
     * @param stages  of its payment, each with its day or what it is of; empty where it paid nothing
     */
    record Seen(String open, String prepaid, String balance, List<String> stages) {

        String figures() {
            return open + " " + prepaid + " " + balance;
        }
    }

    /** Whoever has that paper. */
    static OwnerOverHttp with(Document paper, int port) {
        return new OwnerOverHttp(
                HttpVisitor.at(port),
                paper.select(".sheet td strong").first().text(),
                paper.select(".one-time-code").text());
    }

    /** Finds the household of that name, and no other. */
    Seen look(String household) {
        Document page = visitor.send(visitor.open("/fund"), "查询", Map.of("number", number, "code", code));
        assertThat(page.select("h2").first().text()).isEqualTo(household);
        assertThat(page.select(".payment-stages strong").eachText()).isSubsetOf("应收", "物业已代收", "已到专户", "已入分户账");
        return new Seen(
                told(page, "未收"),
                told(page, "预存"),
                told(page, "余额"),
                page.select(".payment-stages span").eachText());
    }

    private static String told(Document page, String field) {
        return page.select(".summary-list dt:containsOwn(" + field + ") + dd > .line")
                .first()
                .text();
    }
}
