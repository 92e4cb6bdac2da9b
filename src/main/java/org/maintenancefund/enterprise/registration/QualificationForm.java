package org.maintenancefund.enterprise.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.Option;

/**
 * The first question of 物管企业注册.
 *
 * @param qualified yes or no; null while it is not answered
 */
record QualificationForm(@Nullable String qualified) {

    static final String YES = "yes";
    static final String NO = "no";

    static final List<Option> OPTIONS = List.of(
            Option.of(YES, Messages.of("enterprise.qualified.yes"), Messages.of("enterprise.qualified.yes.hint")),
            Option.of(NO, Messages.of("enterprise.qualified.no"), Messages.of("enterprise.qualified.no.hint")));
}
