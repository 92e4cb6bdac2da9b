package org.maintenancefund;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.domain.CurrentUsers;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Nothing leads nowhere: what the pages of a role's menu link to in the demo city is there, and is open to that role. */
@DemoCityTest
class LinksTest {

    private static final int MOST_REDIRECTS = 3;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Operators operators;

    @Autowired
    CurrentUsers users;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo-admin",
                "demo-auditor",
                "demo-municipal",
                "demo-district",
                "demo-enterprise",
                "demo-office",
                "demo-committee",
                "demo-committee2"
            })
    void everyLinkOfEveryPageOfTheMenuLeadsToAPage(String username) {
        CurrentUser user = users.of(operators.findByUsername(username).orElseThrow(), false);
        Map<String, String> broken = new TreeMap<>();
        Set<String> followed = new HashSet<>();
        for (Page page : menu(user)) {
            for (String link : links(page, user)) {
                if (followed.add(link)) {
                    String answer = answer(link, user);
                    if (!answer.equals("200")) {
                        broken.put(link + " on " + page.path(), answer);
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(followed).hasSizeGreaterThan(5);
    }

    private static List<Page> menu(CurrentUser user) {
        return Arrays.stream(Page.values())
                .filter(Page::inMenu)
                .filter(page -> page.isOpenTo(user.role()))
                .toList();
    }

    /** Without exports, which are the list once more. */
    private List<String> links(Page page, CurrentUser user) {
        return Pages.parse(get(page.path(), user)).select("main a[href^=/]").stream()
                .map(LinksTest::address)
                .filter(address -> !address.contains("/export"))
                .distinct()
                .toList();
    }

    private static String address(Element link) {
        return link.attr("href").replaceFirst("#.*", "");
    }

    /** The status at the end of all redirects, or the redirect that leads out of what the person may see. */
    private String answer(String link, CurrentUser user) {
        String address = link;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            MvcTestResult result = get(address, user);
            String next = result.getResponse().getRedirectedUrl();
            if (next == null) {
                return Integer.toString(result.getResponse().getStatus());
            }
            if (!next.startsWith("/") || next.startsWith("/login")) {
                return next;
            }
            address = next;
        }
        return "redirects without end";
    }

    private MvcTestResult get(String address, CurrentUser user) {
        return mvc.get().uri(URI.create(address)).with(SignedIn.as(user)).exchange();
    }
}
