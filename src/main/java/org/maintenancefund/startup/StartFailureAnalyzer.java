package org.maintenancefund.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints a {@link StartFailure}. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailureAnalyzer extends AbstractFailureAnalyzer<StartFailure> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StartFailure cause) {
        return analysis(cause);
    }

    static FailureAnalysis analysis(StartFailure failure) {
        return new FailureAnalysis(
                failure.problem().toString(), failure.remedy().toString(), failure);
    }
}
