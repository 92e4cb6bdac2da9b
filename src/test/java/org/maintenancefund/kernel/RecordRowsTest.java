package org.maintenancefund.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class RecordRowsTest {

    private record Whole(
            UUID id,
            DistrictId districtId,
            MobileNumber mobile,
            String name,
            DayOfWeek day,
            Instant createdAt,
            LocalDate dueOn,
            BigDecimal floorArea,
            long hits,
            int version,
            boolean done,
            List<String> headers) {}

    private record Sparse(
            @Nullable DistrictId districtId,
            @Nullable DayOfWeek day,
            @Nullable Instant createdAt,
            @Nullable BigDecimal floorArea) {}

    private record Counted(int version) {}

    private record Called(MobileNumber mobile) {}

    private record Dated(DayOfWeek day) {}

    private record Listed(Thread names) {}

    @Autowired
    JdbcClient jdbc;

    private <T extends Record> T only(String columns, Class<T> type) {
        return jdbc.sql("SELECT " + columns).query(new RecordRows<>(type)).single();
    }

    @Test
    void eachComponentIsReadFromTheColumnOfItsName() {
        UUID id = UUID.randomUUID();

        assertThat(only(
                        "ARRAY['甲', '乙'] AS headers, true AS done, 3 AS version, 4000000000 AS hits, 12.50 AS floor_area, DATE '2026-02-03' AS due_on,"
                                + " TIMESTAMPTZ '2026-02-03 10:20:30.123456+08' AS created_at, 'MONDAY' AS day,"
                                + " '张三' AS name, '13800001234' AS mobile, 'nobody asks' AS other,"
                                + " '" + id + "'::uuid AS district_id, '" + id + "'::uuid AS id",
                        Whole.class))
                .isEqualTo(new Whole(
                        id,
                        new DistrictId(id),
                        new MobileNumber("13800001234"),
                        "张三",
                        DayOfWeek.MONDAY,
                        Instant.parse("2026-02-03T02:20:30.123456Z"),
                        LocalDate.of(2026, 2, 3),
                        new BigDecimal("12.50"),
                        4_000_000_000L,
                        3,
                        true,
                        List.of("甲", "乙")));
    }

    @Test
    void whatIsNullStaysNull() {
        assertThat(only(
                        "NULL::uuid AS district_id, NULL AS day, NULL::timestamptz AS created_at, NULL::numeric AS floor_area",
                        Sparse.class))
                .isEqualTo(new Sparse(null, null, null, null));
    }

    @Test
    void whatDoesNotFitIsRefusedInsteadOfGuessed() {
        assertRefused("NULL::integer AS version", Counted.class);
        assertRefused("'110' AS mobile", Called.class);
        assertRefused("'HOLIDAY' AS day", Dated.class);
    }

    @Test
    void aColumnThatIsMissingIsAnError() {
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> only("3 AS edition", Counted.class));
    }

    @Test
    void aTypeThatNoColumnHoldsIsAnErrorBeforeAnythingIsAsked() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new RecordRows<>(Listed.class));
    }

    private void assertRefused(String column, Class<? extends Record> type) {
        assertThatExceptionOfType(DataRetrievalFailureException.class)
                .as(column)
                .isThrownBy(() -> only(column, type));
    }
}
