package org.maintenancefund.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has typed and uploaded so far.
 *
 * @param id     identifier
 * @param owner  whose it is
 * @param kind   of what
 * @param mended the returned application it mends; null for a new one
 * @param form   the form as typed
 * @param files  scans so far
 * @param <F>    the form
 */
public record Draft<F>(
        UUID id,
        DraftOwner owner,
        ApplicationKind kind,
        @Nullable ApplicationNumber mended,
        F form,
        List<ApplicationFile> files) {

    public Draft {
        files = List.copyOf(files);
    }

    public Optional<ApplicationNumber> mendedNumber() {
        return Optional.ofNullable(mended);
    }
}
