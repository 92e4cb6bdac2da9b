package org.maintenancefund.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Statements;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A public form of a number and its code, sent from a network that nobody else has, and what whoever guesses meets there. */
public final class NumberAndCodeForm {

    private static final AtomicInteger NETWORKS = new AtomicInteger();

    private final MockMvcTester mvc;
    private final String address;
    private int network;

    public NumberAndCodeForm(MockMvcTester mvc, String address) {
        this.mvc = mvc;
        this.address = address;
        moveOn();
    }

    /** What comes next is of another network. */
    public void moveOn() {
        network = NETWORKS.incrementAndGet();
    }

    public MvcTestResult send(String number, String code) {
        return mvc.post()
                .uri(address)
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr("198.19." + network / 250 + "." + network % 250);
                    return request;
                })
                .param("number", number)
                .param("code", code)
                .exchange();
    }

    public static List<String> errors(MvcTestResult result) {
        assertThat(result).hasStatus(400);
        return Pages.parse(result).select(".error-summary li").eachText();
    }

    /** Readable, and another one. */
    public static String wrong(String code) {
        String plain = code.replace("-", "");
        return (plain.charAt(0) == '2' ? "3" : "2") + plain.substring(1);
    }

    /** A code that is none of these numbers' is told the same of each, by the same steps. */
    public void assertOneAnswer(List<String> numbers, String code, String sentence) {
        Set<String> said = new TreeSet<>();
        Set<List<String>> steps = new HashSet<>();
        for (String asked : numbers) {
            List<MvcTestResult> result = new ArrayList<>();
            steps.add(Statements.of(() -> result.add(send(asked, code))));
            said.add(Pages.parse(result.get(0)).select("main").text().replace(asked, "号"));
            assertThat(errors(result.get(0))).containsExactly(sentence);
        }
        assertThat(said).hasSize(1);
        assertThat(steps).hasSize(1);
        assertThat(steps.iterator().next()).isNotEmpty();
    }

    /** @param sentences what is said, with | between them */
    public void assertUnreadable(String number, String code, String sentences) {
        MvcTestResult result = send(number, code);
        assertThat(errors(result)).containsExactly(sentences.split("\\|"));
        assertThat(Pages.parse(result).select("#number").val()).isEqualTo(number);
    }

    /** Of a thousand guesses five are looked at. */
    public static void assertSlowed(Supplier<Optional<?>> guess) {
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            try {
                assertThat(guess.get()).isEmpty();
            } catch (Refusal wait) {
                refused++;
            }
        }
        assertThat(refused).isEqualTo(995);
    }

    /** The page takes the number along from its address, and no secret. */
    public void assertTakesAlong(String number) {
        Document page = Pages.parse(mvc.get().uri(address + "?number=" + number).exchange());
        assertThat(page.select("#number").val()).isEqualTo(number);
        assertThat(page.select("#code").val()).isEmpty();
        assertThat(page.select("form[action=" + address + "]").attr("method")).isEqualTo("post");
    }
}
