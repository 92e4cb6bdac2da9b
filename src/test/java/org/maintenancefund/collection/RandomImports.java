package org.maintenancefund.collection;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import java.util.List;
import java.util.UUID;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.importing.DoubtfulRows;
import org.maintenancefund.importing.ImportState;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.importing.Imports;
import org.maintenancefund.test.Jobs;
import org.springframework.core.io.ByteArrayResource;

/** Spreadsheets of a {@link RandomCity} on their way: uploaded, read, confirmed whatever is asked, entered. */
final class RandomImports {

    private final RandomCity city;
    private final Imports imports;
    private final Jobs jobs;
    private final List<Task<?>> tasks;

    RandomImports(RandomCity city, List<Task<?>> tasks) {
        this.city = city;
        this.imports = city.get(Imports.class);
        this.jobs = city.get(Jobs.class);
        this.tasks =
                tasks.stream().filter(task -> task.getName().equals("import")).toList();
    }

    /** How many rows of a file were entered; none where there was nothing to enter. */
    int entered(String kind, AreaId area, String remark, byte[] content) {
        UUID id = imports.upload(
                new Imports.Upload(kind, area.toString(), remark, "表格", new ByteArrayResource(content), content.length),
                city.clerk());
        jobs.run(tasks);
        ImportView read = imports.get(kind, id);
        assertThat(read.state()).isEqualTo(ImportState.READ);
        if (!read.isConfirmable()) {
            imports.discard(read);
            return 0;
        }
        imports.confirm(read, DoubtfulRows.APPLY);
        jobs.run(tasks);
        ImportView done = imports.get(kind, id);
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        return done.appliedRows();
    }
}
