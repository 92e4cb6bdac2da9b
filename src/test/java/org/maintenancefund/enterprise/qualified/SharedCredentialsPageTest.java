package org.maintenancefund.enterprise.qualified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.enterprise.qualified.QualifiedCity.ADMIN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.shared.DirectoryFixture;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 共享账号: what the administrator sees and does. */
@IntegrationTest
@Import(QualifiedCity.class)
class SharedCredentialsPageTest {

    @Autowired
    Pages pages;

    private static final String PATH = "/shared-credentials";

    @Autowired
    QualifiedCity.People people;

    @Autowired
    DirectoryFixture directory;

    @Autowired
    SharedRefresh refresh;

    @Autowired
    Operators operators;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    private String notice() {
        return pages.open(PATH, ADMIN).select("#main").text();
    }

    @Test
    void theButtonStartsARunInTheBackgroundAndItsFiguresAreShown() {
        String code = World.freeCreditCode().value();
        people.signedIn(code, "云州明远物业");

        assertThat(pages.post(PATH, ADMIN, Map.of()))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl(PATH);
        people.ended();

        Document page = pages.open(PATH, ADMIN);
        assertThat(page.selectFirst("h1").text()).isEqualTo("共享账号");
        assertThat(page.select("#main").text()).contains("连接正常", "管理员", "完成", "立即刷新");
    }

    @Test
    void whetherTheDirectoryCanBeReachedIsShownAndAFailureIsAToDo() {
        directory.stop();
        try {
            people.refreshed();
            assertThat(notice()).contains("现在无法连接目录", "没有作任何更改");
            assertThat(pages.open("/workbench", ADMIN).text()).contains("共享账号刷新", "无法连接");
        } finally {
            directory.start();
        }
        people.refreshed();
        assertThat(pages.open("/workbench", ADMIN).text()).doesNotContain("共享账号刷新");
    }

    @Test
    void moreGoneThanUsualWaitForTheAdministratorsWord() {
        String code = World.freeCreditCode().value();
        List<String> gone = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            gone.add(people.signedIn(code, "云州众人物业"));
        }
        people.refreshed();
        gone.forEach(directory::remove);

        RefreshRun held = people.refreshed();

        assertThat(held.state()).isEqualTo(RefreshRun.State.HELD);
        assertThat(held.held()).isEqualTo(6);
        assertThat(held.gone()).isZero();
        assertThat(gone).allMatch(name -> state(name) == OperatorState.ACTIVE);
        assertThat(namesTaken(gone))
                .as("what may be a fault makes no name free")
                .isEqualTo(6);
        assertThat(notice()).contains("停用待确认", "已核实，停用这 6 人", "6 人超过限度，没有停用");
        assertThat(pages.open("/workbench", ADMIN).text()).contains("停用的人比平常多");

        confirm(UUID.randomUUID());
        assertThat(refresh.latest().get(0).id()).as("of another run, nothing").isEqualTo(held.id());
        confirm(held.id());
        RefreshRun confirmed = people.ended();

        assertThat(confirmed.state()).isEqualTo(RefreshRun.State.DONE);
        assertThat(confirmed.gone()).isEqualTo(6);
        assertThat(gone).allMatch(name -> state(name) == OperatorState.DISABLED);
        assertThat(namesTaken(gone)).isZero();
        confirm(held.id());
        assertThat(refresh.latest().get(0).id()).isEqualTo(confirmed.id());
    }

    private int namesTaken(List<String> names) {
        return jdbc.sql("SELECT count(*) FROM directory_name WHERE username IN (:names)")
                .param("names", names)
                .query(Integer.class)
                .single();
    }

    private void confirm(UUID run) {
        assertThat(pages.post(PATH + "/confirm-gone", ADMIN, Map.of("run", run.toString())))
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    private OperatorState state(String username) {
        return operators.findByUsername(username).orElseThrow().state();
    }

    @Test
    void aNameThatBothHaveIsACollisionWithNothingOfTheCompanysBusiness() {
        String name = "qcollides";
        operators.create(
                new NewOperator(MunicipalCentre.REF, Role.AUDITOR, "秦素文", new MobileNumber("13900000102"), name));
        directory.add(name, "uid=" + name, World.freeCreditCode().value(), true);

        assertThat(people.refreshed().collisions()).isEqualTo(1);
        assertThat(people.refreshed().collisions()).as("told once").isZero();
        assertThat(notice()).contains("qcollides", "秦素文", "云州市澄园物业服务有限公司").doesNotContain("13900000102");
        directory.remove(name);
    }

    @Test
    void whileOneRunsNoOtherBeginsAndWhatAnInstanceLeftBehindIsGivenUp() {
        assertThat(refresh.start(ADMIN)).isTrue();
        UUID running = refresh.latest().get(0).id();
        assertThat(refresh.start(ADMIN)).isFalse();
        assertThat(notice()).contains("刷新正在进行", "进行中").doesNotContain("立即刷新");
        jobs.die(SharedRefreshJob.RUN.getTaskName());
        jobs.findDead();

        people.refreshed();

        assertThat(refresh.latest())
                .filteredOn(run -> run.id().equals(running))
                .allSatisfy(run -> assertThat(run.failure()).contains("中断"));
    }

    @Test
    void ofAllInstancesOneRunsInTheNight() throws InterruptedException {
        long before = nightly();
        nightComes();

        List<Race.Outcome<Integer>> instances = Race.of(List.of(jobs::run, jobs::run, jobs::run));

        assertThat(instances).allMatch(Race.Outcome::won);
        assertThat(nightly()).isEqualTo(before + 1);
        people.ended();
        assertThat(jobs.run()).as("later in the same night").isZero();
        assertThat(nightly()).isEqualTo(before + 1);
        assertThat(notice()).contains("定时");
    }

    private void nightComes() {
        jdbc.sql("INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " VALUES ('shared-refresh-nightly', 'recurring', now(), false, 1)")
                .update();
    }

    private long nightly() {
        return refresh.latest().stream()
                .filter(run -> run.startedBy().equals("定时"))
                .count();
    }
}
