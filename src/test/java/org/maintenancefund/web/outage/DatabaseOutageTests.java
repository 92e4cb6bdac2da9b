package org.maintenancefund.web.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DatabaseOutageTests {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53300", "57P01", "57P03"})
    void aDatabaseThatIsNotThereIsAnOutage(String state) {
        assertThat(DatabaseOutage.behind(wrapped(new SQLException("gone", state))))
                .isPresent();
    }

    @Test
    void aPoolThatWaitedInVainIsAnOutage() {
        assertThat(DatabaseOutage.behind(wrapped(new SQLTransientConnectionException("timed out"))))
                .isPresent();
    }

    @Test
    void aRollbackOnABrokenConnectionIsAnOutage() {
        assertThat(DatabaseOutage.behind(wrapped(new SQLException("Connection is closed"))))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40001", "42P01", "57014"})
    void anErrorOfADatabaseThatAnswersIsNone(String state) {
        assertThat(DatabaseOutage.behind(wrapped(new SQLException("duplicate", state))))
                .isEmpty();
    }

    @Test
    void anOutageIsAnswered503() throws Exception {
        new DatabaseOutageFilter(Duration.ofSeconds(4))
                .doFilter(new MockHttpServletRequest(), response, (request, answer) -> {
                    throw wrapped(new SQLException("gone", "08006"));
                });

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("30");
    }

    @Test
    void otherFailuresPass() {
        IllegalStateException other = new IllegalStateException("not about the database");

        assertThatThrownBy(() -> new DatabaseOutageFilter(Duration.ofSeconds(4))
                        .doFilter(new MockHttpServletRequest(), response, (request, answer) -> {
                            throw other;
                        }))
                .isSameAs(other);
    }

    /** Half a page can't be taken back. */
    @Test
    void anAnswerOnItsWayIsLeftAlone() {
        response.setCommitted(true);

        assertThatThrownBy(() -> new DatabaseOutageFilter(Duration.ofSeconds(4))
                        .doFilter(new MockHttpServletRequest(), response, (request, answer) -> {
                            throw wrapped(new SQLException("gone", "08006"));
                        }))
                .isInstanceOf(ServletException.class);
    }

    private static ServletException wrapped(SQLException cause) {
        return new ServletException(new IllegalStateException(cause));
    }
}
