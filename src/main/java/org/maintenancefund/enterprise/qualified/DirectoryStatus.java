package org.maintenancefund.enterprise.qualified;

import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.SharedNames;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.StatusLine;
import org.maintenancefund.web.StatusSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 共享账号 for the administrator: when it was refreshed last, what failed, and how many names two people have. */
@Component
@Order(20)
@RequiredArgsConstructor
class DirectoryStatus implements StatusSource {

    private static final String KEY = "enterprise.status.directory";

    private final SharedRefresh refresh;
    private final SharedNames names;

    @Override
    public List<StatusLine> lines(CurrentUser user) {
        if (!user.is(Role.SYSTEM_ADMIN)) {
            return List.of();
        }
        if (!refresh.isConfigured()) {
            return List.of(line(Messages.of(KEY + ".off"), "off", "off"));
        }
        long collisions = names.countCollisions();
        Optional<RefreshRun> last = refresh.last();
        String text = last.map(DirectoryStatus::words).orElse(Messages.of(KEY + ".never"))
                + (collisions == 0 ? "" : Messages.of(KEY + ".collisions", collisions));
        if (last.isEmpty()) {
            return List.of(line(text, "waiting", "never"));
        }
        RefreshRun run = last.get();
        if (run.isFailed()) {
            return List.of(line(text, "bad", "failed"));
        }
        boolean open = collisions > 0 || run.failures() > 0 || run.isHeldBack();
        return List.of(open ? line(text, "waiting", "open") : line(text, "ok", run.isRunning() ? "running" : "ok"));
    }

    private static String words(RefreshRun run) {
        return Messages.of(
                KEY + ".last", Times.minute(run.startedAt()), run.state().label(), run.failures());
    }

    private static StatusLine line(String text, String tag, String state) {
        return StatusLine.of(KEY, text, tag, state, Page.SHARED_CREDENTIALS.path());
    }
}
