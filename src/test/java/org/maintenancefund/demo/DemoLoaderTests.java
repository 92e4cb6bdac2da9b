package org.maintenancefund.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.test.TestPostgres;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class DemoLoaderTests {

    private final List<String> calls = new ArrayList<>();
    private DriverManagerDataSource database;
    private JdbcClient jdbc;

    @BeforeEach
    void anEmptyDatabase() {
        JdbcConnectionDetails details = TestPostgres.server().newEmptyDatabase();
        database = new DriverManagerDataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword());
        jdbc = JdbcClient.create(database);
        jdbc.sql("CREATE TABLE resident (name text)").update();
    }

    @Test
    void stepsRunInTheirOrder() {
        loader(new Areas(), new Districts()).load();

        assertThat(calls).containsExactly("Districts", "Areas");
    }

    @Test
    void aLoadedCityIsLeftAsItIs() {
        loader(new Districts(), new Areas()).load();
        loader(new Districts(), new Areas()).load();

        assertThat(calls).containsExactly("Districts", "Areas");
    }

    @Test
    void aStepOfALaterVersionDoesNotDisturbACompleteCity() {
        loader(new Districts()).load();
        loader(new Districts(), new Areas()).load();

        assertThat(calls).containsExactly("Districts");
    }

    @Test
    void aLoadCutShortGoesOnWithTheStepThatIsMissing() {
        DemoStep fails = new Areas() {
            @Override
            public void load() {
                super.load();
                throw new IllegalStateException("the power went");
            }
        };
        assertThatThrownBy(() -> loader(new Districts(), fails).load()).hasMessage("the power went");
        assertThat(residents()).containsExactly("Districts");

        loader(new Districts(), new Areas()).load();

        assertThat(calls).containsExactly("Districts", "Areas", "Areas");
        assertThat(residents()).containsExactly("Districts", "Areas");
    }

    @Test
    void aLoadThatIsNoLongerWantedEndsBetweenTwoStepsAndIsTakenUp() {
        loader(new Districts(), new Areas()).load(calls::isEmpty);
        assertThat(residents()).containsExactly("Districts");
        assertThat(loader(new Districts(), new Areas()).isComplete()).isFalse();

        loader(new Districts(), new Areas()).load();

        assertThat(calls).containsExactly("Districts", "Areas");
        assertThat(loader(new Districts(), new Areas()).isComplete()).isTrue();
    }

    @Test
    void whatComesFirstIsNotTheWholeCity() {
        loader(new Districts(), new Areas()).loadFirst(20);

        assertThat(residents()).containsExactly("Districts");
        assertThat(loader(new Districts(), new Areas()).isComplete()).isFalse();
    }

    private DemoLoader loader(DemoStep... steps) {
        return new DemoLoader(List.of(steps), jdbc, new JdbcTransactionManager(database));
    }

    private List<String> residents() {
        return jdbc.sql("SELECT name FROM resident").query(String.class).list();
    }

    private class Districts extends Step {
        Districts() {
            super(10, "Districts");
        }
    }

    private class Areas extends Step {
        Areas() {
            super(30, "Areas");
        }
    }

    private abstract class Step implements DemoStep {

        private final int order;
        private final String name;

        Step(int order, String name) {
            this.order = order;
            this.name = name;
        }

        @Override
        public int order() {
            return order;
        }

        @Override
        public void load() {
            calls.add(name);
            jdbc.sql("INSERT INTO resident VALUES (?)").param(name).update();
        }
    }
}
