package org.maintenancefund.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.AccountChanged;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.Operators;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationSubmitted;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.association.AnAssociation;
import org.maintenancefund.association.web.AssociationDefinition;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Who has an account reads under 消息 what becomes of what concerns them, and nobody else does. Nothing is rolled back. */
@IntegrationTest
class InboxTest {

    private static int number;

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    AnAssociation associations;

    @Autowired
    ACommittee committees;

    @Autowired
    Applications applications;

    @Autowired
    Operators operators;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private String name;
    private CommitteeView committee;
    private EnterpriseId company;
    private CurrentUser person;
    private String username;

    @BeforeEach
    void aCommitteeWithAnOperator() {
        name = "消息" + ++number + "号院";
        committee = world.committee(world.area(name), name + "业主委员会");
        company = world.company(name + "物业公司");
        username = "inboxer" + number;
        person = world.withAccount(world.personOf(committee), username);
    }

    private ApplicationNumber submitted() {
        return associations.submitted(
                committee, company, null, world.today(), world.today().plusYears(1));
    }

    private List<String> subjects(CurrentUser reader) {
        return pages.open("/messages", reader).select("tbody .card-title").stream()
                .map(Element::ownText)
                .toList();
    }

    private List<String> written(ApplicationNumber about) {
        return jdbc.sql(
                        "SELECT kind || ' ' || channel FROM message WHERE source LIKE :number ORDER BY created_at, kind")
                .param("number", about + "/%")
                .query(String.class)
                .list();
    }

    @Test
    void aSubmissionAndItsDecisionAreEachToldOnce() {
        ApplicationNumber number = submitted();
        associations.decided(number, ReviewAction.RETURN, world.clerk());

        Document page = pages.open("/messages", person);

        assertThat(page.select("tbody tr")).hasSize(3);
        assertThat(page.select("tbody tr").get(0).text())
                .contains("小区管理处关联申请已退回，需要修改", number.value(), "原因：说明", "未读")
                .contains("前修改并重新提交");
        assertThat(page.select("tbody tr").get(1).text()).contains("小区管理处关联申请已提交", number.value());
        assertThat(page.select("tbody tr").get(2).text()).contains("账号已创建", username);
        assertThat(page.select(".header-tools a[href=/messages]").text()).isEqualTo("消息 3 条未读");
        assertThat(written(number)).containsExactly("APPLICATION_SUBMITTED IN_APP", "APPLICATION_RETURNED IN_APP");
    }

    @Test
    void whatIsTakenBackIsToldToWhoDidAndToItsDistrictOnce() {
        CurrentUser clerk = world.withAccount(world.clerk(), "clerk-" + username);
        ApplicationNumber number = submitted();

        pages.post("/associations/applications/" + number + "/withdraw", person, Map.of());
        pages.post("/associations/applications/" + number + "/withdraw", person, Map.of());

        assertThat(pages.open("/messages", person).select("tbody tr").get(0).text())
                .contains("小区管理处关联申请已撤回", number.value(), "不再审核");
        Element told = pages.open("/messages", clerk).select("tbody tr").get(0);
        assertThat(told.text()).contains("小区管理处关联申请已撤回", number.value());
        MvcTestResult opened = pages.post(told.select("form[action$=/open]").attr("action"), clerk, Map.of());
        assertThat(Pages.redirected(opened)).isEqualTo("/associations/reviews/" + number);
        assertThat(written(number))
                .containsExactly(
                        "APPLICATION_SUBMITTED IN_APP", "APPLICATION_WITHDRAWN IN_APP", "APPLICATION_WITHDRAWN IN_APP");
    }

    @Test
    void whoReturnedSomethingIsToldThatItHasComeBackAndNobodyIsToldOfTheFirstSubmission() {
        CurrentUser clerk = world.withAccount(world.clerk(), "reviewer-" + username);
        CurrentUser colleague = world.withAccount(world.clerk(), "colleague-" + username);

        ApplicationNumber number = committees.resubmitted(world.area(name + "丙"), name + "丙业主委员会", clerk);

        assertThat(pages.open("/messages", clerk).select("tbody tr").get(0).text())
                .contains("业委会注册已重新提交：" + name + "丙业主委员会", number.value());
        assertThat(subjects(colleague)).noneMatch(subject -> subject.contains(name + "丙"));
    }

    @Test
    void anApprovalSaysWhatComesNext() {
        ApplicationNumber number = submitted();
        associations.decided(number, ReviewAction.APPROVE, world.clerk());

        String first = pages.open("/messages", person).select("tbody tr").get(0).text();

        assertThat(first).contains("已审核通过").contains("我管理的小区");
    }

    @Test
    void whatIsNotCommittedIsNotTold() {
        transaction.executeWithoutResult(status -> {
            submitted();
            status.setRollbackOnly();
        });

        assertThat(pages.open("/messages", person).select("tbody tr")).hasSize(1);
    }

    @Test
    void whatIsHeardTwiceIsToldOnce() {
        ApplicationNumber number = submitted();

        transaction.executeWithoutResult(status -> events.publishEvent(new ApplicationSubmitted(
                number, AssociationDefinition.KIND, 1, committee.id().ref(), null, Instant.now())));

        assertThat(written(number)).hasSize(1);
    }

    @Test
    void aMessageThatCanNotBeWrittenLetsNothingHappen() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    operators.correct(
                            operators.get(person.operatorId()).seen(),
                            new org.maintenancefund.kernel.PersonName("王建军"),
                            new org.maintenancefund.kernel.MobileNumber("13900008102"));
                    events.publishEvent(
                            new AccountChanged(OperatorId.next(), AccountChanged.Change.ENABLED, Instant.now()));
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(operators.get(person.operatorId()).personName()).isEqualTo("王建国");
    }

    @Test
    void openingOneReadsItAndLeadsToWhatItTells() {
        ApplicationNumber number = submitted();
        Element open =
                pages.open("/messages", person).select("form[action$=/open]").first();

        MvcTestResult opened = pages.post(open.attr("action"), person, Map.of());

        assertThat(opened).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(Pages.redirected(opened)).isEqualTo("/associations/applications/" + number);
        pages.open(Pages.redirected(opened), person);
        Document page = pages.open("/messages", person);
        assertThat(page.select("tbody tr").get(0).text()).contains("已读");
        assertThat(page.select(".header-tools a[href=/messages]").text()).isEqualTo("消息 1 条未读");
    }

    @Test
    void lookingAtTheListReadsNothingAndAllCanBeReadAtOnce() {
        submitted();
        pages.open("/messages", person);

        assertThat(pages.open("/messages?tab=unread", person).select("tbody tr"))
                .hasSize(2);

        Pages.redirected(pages.post("/messages/read", person, Map.of()));
        Document none = pages.open("/messages?tab=unread", person);
        assertThat(none.text()).contains("没有未读消息");
        assertThat(none.select(".header-tools a[href=/messages]").text()).isEqualTo("消息");
        assertThat(pages.open("/messages", person).select("tbody tr")).hasSize(2);
    }

    @Test
    void anothersMessagesAreNotThere() {
        submitted();
        CurrentUser colleague = world.withAccount(world.personOf(committee), username + "-b");
        String action = pages.open("/messages", person)
                .select("form[action$=/open]")
                .first()
                .attr("action");

        assertThat(subjects(colleague)).hasSize(1);
        assertThat(pages.post(action, colleague, Map.of())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.post("/messages/no-number/open", colleague, Map.of())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void manyAreTurnedByPages() {
        transaction.executeWithoutResult(status -> {
            for (int second = 0; second < 24; second++) {
                events.publishEvent(new AccountChanged(
                        person.operatorId(),
                        AccountChanged.Change.ENABLED,
                        Instant.now().plusSeconds(second)));
            }
        });

        Document first = pages.open("/messages", person);
        assertThat(first.select("tbody tr")).hasSize(20);
        Document second = pages.open(first.select("a[rel=next]").attr("href"), person);
        assertThat(second.select("tbody tr")).hasSize(5);
        assertThat(pages.open(second.select("a[rel=prev]").attr("href"), person).select("tbody tr"))
                .hasSize(20);
        assertThat(pages.open("/messages?tab=nothing", person).text()).contains("没有查到消息");
    }

    @Test
    void anAccountsMessagesHoldNothingToSignInWith() {
        IssuedAccount account =
                world.account(committee.id().ref(), Role.COMMITTEE_OPERATOR, "李建党", "13900008103", username + "-c");

        List<String> texts = jdbc.sql("SELECT subject || text FROM message WHERE operator_id = :id")
                .param("id", account.id().value())
                .query(String.class)
                .list();

        assertThat(texts)
                .singleElement()
                .asString()
                .contains(username + "-c", "账号告知单")
                .doesNotContain(
                        account.activationCode().grouped(),
                        account.activationCode().value(),
                        "13900008103");
    }

    @Test
    void whatIsDoneToAnAccountIsToldToItsPerson() {
        operators.disable(operators.get(person.operatorId()).seen());

        assertThat(jdbc.sql("SELECT kind FROM message WHERE operator_id = :id ORDER BY created_at")
                        .param("id", person.operatorId().value())
                        .query(String.class)
                        .list())
                .containsExactly("ACCOUNT_CREATED", "ACCOUNT_DISABLED");
    }

    @Test
    void byTelephoneNothingIsWrittenForAStranger() {
        ApplicationNumber number = committees.submitted(world.area(name + "乙"), name + "乙业主委员会");

        assertThat(applications.told(number).contactName()).isNotBlank();
        assertThat(written(number)).isEmpty();
    }
}
