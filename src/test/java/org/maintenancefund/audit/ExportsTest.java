package org.maintenancefund.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.web.Chip;
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

    private final String name = "列表" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void theFileHoldsTheRowsAndTheTrailTheFilterAndTheCount() throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();

        exports.send(response, list(List.of("=1+1", "和谐物业").iterator()));

        assertThat(Sheets.rows(response.getContentAsByteArray()))
                .containsExactly(List.of("名称"), List.of("=1+1"), List.of("和谐物业"));
        assertThat(response.getHeader("Content-Disposition")).contains("filename*=UTF-8''%E5%88%97%E8%A1%A8");
        assertThat(changes()).contains("包含“和谐”").contains("\"2\"");
    }

    @Test
    void whatBreaksOffStandsInTheTrailAllTheSame() {
        Iterator<String> breaking = Stream.of("一", "二")
                .map(row -> {
                    if (row.equals("二")) {
                        throw new IllegalStateException("the line broke");
                    }
                    return row;
                })
                .iterator();

        assertThatThrownBy(() -> exports.send(new MockHttpServletResponse(), list(breaking)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(changes()).contains("\"2\"");
    }

    private Export<String> list(Iterator<String> rows) {
        return new Export<>(
                name,
                List.of(new Chip("包含“和谐”", "/list")),
                CappedCount.ofCountedUpToOneMore(2),
                List.of(new SheetColumn<>("名称", row -> row)),
                rows);
    }

    private String changes() {
        return jdbc.sql("SELECT changes::text FROM audit_entry WHERE action = 'EXPORTED' AND object_id = ?")
                .param(name)
                .query(String.class)
                .single();
    }
}
