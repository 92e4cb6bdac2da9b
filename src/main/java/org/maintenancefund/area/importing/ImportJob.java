package org.maintenancefund.area.importing;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Works at an import that was uploaded, confirmed or tried again; what an instance leaves behind that died, another takes up. */
@Configuration(proxyBeanMethods = false)
class ImportJob {

    /** One instance for each time that somebody asks for work; its data is the import. */
    static final TaskDescriptor<UUID> TASK = TaskDescriptor.of("area-import", UUID.class);

    @Bean
    CustomTask<UUID> areaImportTask(ImportWorker worker, Clock clock) {
        return Tasks.custom(TASK).onDeadExecutionRevive().execute((instance, context) -> {
            Optional<Duration> pause = worker.work(instance.getData());
            return (complete, operations) -> pause.ifPresentOrElse(
                    wait -> operations.reschedule(complete, clock.instant().plus(wait)), operations::remove);
        });
    }
}
