package org.maintenancefund.area;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.domain.AreaFinder;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Long lists on their way to slow readers. */
@IntegrationTest
class AreaExportTest {

    @Autowired
    private AreaFinder finder;

    @Autowired
    private DataSource database;

    /** More downloads under way than the pool has connections: each gave its own back before its first row was sent. */
    @Test
    void anExportHoldsNoConnectionWhileItIsSent() throws Exception {
        HikariDataSource pool = database.unwrap(HikariDataSource.class);
        List<Batches<AreaView>> downloads = new ArrayList<>();
        for (int i = 0; i < pool.getMaximumPoolSize() + 2; i++) {
            downloads.add(new Batches<>(finder.list(AreaSearch.of(""))));
        }
        HikariPoolMXBean connections = pool.getHikariPoolMXBean();
        assertThat(connections.getActiveConnections()).isZero();
        assertThat(downloads).hasSizeGreaterThan(connections.getTotalConnections());
    }
}
