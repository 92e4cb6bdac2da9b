package org.maintenancefund.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.test.World;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** A list leaves the system with an entry in the trail, and not without. */
@IntegrationTest
class ExportsTest {

    @Autowired
    Exports exports;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    World world;

    @Autowired
    Clock clock;

    private CurrentUser user;

    @BeforeEach
    void aClerk() {
        user = world.clerk();
    }

    private final String name = "列表" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void theFileHoldsTheRowsAndTheTrailTheFilterAndTheCount() throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();

        send(response, row -> row);

        assertThat(Sheets.rows(response.getContentAsByteArray()))
                .containsExactly(List.of("名称"), List.of("=1+1"), List.of("和谐物业"));
        assertThat(URLDecoder.decode(response.getHeader("Content-Disposition"), StandardCharsets.UTF_8))
                .as("by list, district, filter and date")
                .endsWith("filename*=UTF-8''" + name + "_" + world.district().name() + "_包含“和谐”_"
                        + LocalDate.now(clock).toString().replace("-", "") + ".xlsx");
        assertThat(changes()).contains("包含“和谐”").contains("\"2\"");
    }

    @Test
    void whatBreaksOffStandsInTheTrailAllTheSame() {
        UnaryOperator<String> breaking = row -> {
            if (row.equals("和谐物业")) {
                throw new IllegalStateException("the line broke");
            }
            return row;
        };

        assertThatThrownBy(() -> send(new MockHttpServletResponse(), breaking))
                .isInstanceOf(IllegalStateException.class);
        assertThat(changes()).contains("\"2\"");
    }

    @Test
    void whatCantBeReadDoesNotLeave() {
        ListFilter filter = new ListFilter("/list", Map.of("q", List.of("字".repeat(101))));
        filter.text("q");

        assertThatThrownBy(() -> exports.send(
                        new MockHttpServletResponse(), name, new ListPage<>(filter, rows()), List.of(), user))
                .isInstanceOf(Refusal.class);
    }

    private void send(MockHttpServletResponse response, UnaryOperator<String> cell) throws IOException {
        ListFilter filter = new ListFilter("/list", Map.of("q", List.of("和谐")));
        filter.text("q");
        exports.send(
                response,
                name,
                new ListPage<>(filter, rows()),
                List.of(new SheetColumn<>("名称", row -> cell.apply(row))),
                user);
    }

    private Listing<String> rows() {
        Keyset<String> list = new Keyset<>(
                "word",
                "FROM (VALUES (1, '=1+1'), (2, '和谐物业')) AS words (place, word)",
                List.of(new Keyset.Key("place", Integer.class)),
                false,
                (row, i) -> row.getString(1));
        return list.where(jdbc, new Conditions());
    }

    private String changes() {
        return jdbc.sql("SELECT changes::text FROM audit_entry WHERE action = 'EXPORTED' AND object_id = ?")
                .param(name)
                .query(String.class)
                .single();
    }
}
