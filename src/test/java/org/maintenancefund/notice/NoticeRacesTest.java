package org.maintenancefund.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.notice.domain.NoticeService;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes at once. Nothing is rolled back here. */
@IntegrationTest
class NoticeRacesTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    Notices notices;

    @Autowired
    NoticeService service;

    @Autowired
    JdbcClient jdbc;

    private final List<NoticeNumber> published = new ArrayList<>();

    @AfterEach
    void takeDown() {
        published.forEach(number -> service.takeDown(number, notices.get(number).version(), world.municipal()));
    }

    private NoticeNumber publish(String title) {
        NoticeNumber number = service.write(
                Ids.next(), new NoticeContent(title, new NoticeText("正文"), null, null), world.municipal());
        service.publish(number, notices.get(number).version(), world.municipal());
        published.add(number);
        return number;
    }

    @Test
    void aDoubleClickMakesOneNotice() throws InterruptedException {
        Map<String, String> form =
                Map.of("title", "双击", "body", "正文", "submission", Ids.next().toString());
        Callable<String> click = () -> Pages.redirected(pages.post("/manage/notices/new", world.municipal(), form));

        List<Race.Outcome<String>> outcomes = Race.of(List.of(click, click, click, click));

        assertThat(outcomes)
                .allMatch(Race.Outcome::won)
                .extracting(Race.Outcome::value)
                .containsOnly(outcomes.get(0).value());
    }

    @Test
    void ofManyPinnedAtOnceThreeAre() throws InterruptedException {
        List<NoticeNumber> many =
                IntStream.range(0, 6).mapToObj(i -> publish("同时置顶" + i)).toList();
        List<Callable<Integer>> runners = many.stream()
                .map(number -> (Callable<Integer>) () -> {
                    service.pin(number, notices.get(number).version(), world.municipal());
                    return 1;
                })
                .toList();

        List<Race.Outcome<Integer>> outcomes = Race.of(runners);

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(NoticeService.MOST_PINNED);
        assertThat(jdbc.sql("SELECT count(*) FROM notice WHERE pinned")
                        .query(Long.class)
                        .single())
                .isEqualTo(NoticeService.MOST_PINNED);
    }

    @Test
    void ofOneWhoPublishesAndOneWhoRevisesTheSecondIsTold() throws InterruptedException {
        NoticeNumber number = service.write(
                Ids.next(), new NoticeContent("发布还是修改", new NoticeText("正文"), null, null), world.municipal());
        int seen = notices.get(number).version();
        Callable<Integer> publishing = () -> {
            service.publish(number, seen, world.municipal());
            published.add(number);
            return 1;
        };
        Callable<Integer> revising = () -> {
            service.revise(number, seen, new NoticeContent("改过", new NoticeText("新"), null, null), world.municipal());
            return 2;
        };

        assertThat(Race.of(List.of(publishing, revising)))
                .filteredOn(Race.Outcome::won)
                .hasSize(1);
    }
}
