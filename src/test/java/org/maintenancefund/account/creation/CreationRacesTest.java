package org.maintenancefund.account.creation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.account.Operators;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Clerks at the same desk at the very same moment. Nothing is rolled back: the races are real, the names of their own. */
@IntegrationTest
class CreationRacesTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    Operators operators;

    private OrgRef committee;
    private String username;

    @BeforeEach
    void aCommitteeOfItsOwn() {
        committee = world.committee(world.area("抢名苑"), "抢名苑业主委员会").id().ref();
        username = "raced" + world.district().code().toLowerCase();
    }

    @Test
    void twoClerksGiveTheSameUserNameAndOneIsToldAtItsField() throws InterruptedException {
        List<MvcTestResult> answers = atOnce(
                () -> create(UUID.randomUUID(), "王建国", username + "x", "李建党", username),
                () -> create(UUID.randomUUID(), "赵桂英", username + "y", "刘家栋", username));

        assertThat(answers).extracting(CreationRacesTest::status).containsExactlyInAnyOrder(200, 400);
        MvcTestResult refused =
                answers.stream().filter(a -> status(a) == 400).findFirst().orElseThrow();
        assertThat(Pages.parse(refused).select(".error-summary a").eachAttr("href"))
                .containsExactly("#rows1.username");
        assertThat(Pages.parse(refused).select(".error-summary a").text()).contains(username + " 已被占用");
        // All of a form or nothing of it.
        assertThat(operators.of(committee)).hasSize(2);
    }

    @Test
    void aDoubleClickMakesThePeopleOnce() throws InterruptedException {
        UUID submission = UUID.randomUUID();
        Callable<MvcTestResult> click = () -> create(submission, "王建国", username + "x", "李建党", username);

        List<MvcTestResult> answers = atOnce(click, click);

        assertThat(answers).extracting(CreationRacesTest::status).containsExactlyInAnyOrder(200, 409);
        assertThat(operators.of(committee)).hasSize(2);
    }

    @SafeVarargs
    private static List<MvcTestResult> atOnce(Callable<MvcTestResult>... clerks) throws InterruptedException {
        List<Race.Outcome<MvcTestResult>> outcomes = Race.of(List.of(clerks));
        assertThat(outcomes).allMatch(Race.Outcome::won);
        return outcomes.stream().map(Race.Outcome::value).toList();
    }

    private MvcTestResult create(UUID submission, String one, String oneName, String other, String otherName) {
        CurrentUser clerk = world.anotherClerkOf(world.district().id());
        return pages.post(
                "/operators/new/COMMITTEE/" + committee.id(),
                clerk,
                Map.of(
                        "submission",
                        submission.toString(),
                        "rows[0].create",
                        "true",
                        "rows[0].name",
                        one,
                        "rows[0].mobile",
                        "13900001111",
                        "rows[0].username",
                        oneName,
                        "rows[1].create",
                        "true",
                        "rows[1].name",
                        other,
                        "rows[1].mobile",
                        "13900002222",
                        "rows[1].username",
                        otherName));
    }

    private static int status(MvcTestResult answer) {
        return answer.getResponse().getStatus();
    }
}
