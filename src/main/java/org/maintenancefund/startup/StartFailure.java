package org.maintenancefund.startup;

import lombok.Getter;
import org.jspecify.annotations.Nullable;

/**
 * The application can't start, and a person can do something about it. {@link StartFailureAnalyzer} prints what is wrong
 * and what to do, in Chinese and English, instead of a stack trace.
 */
public class StartFailure extends RuntimeException {

    /** What is wrong. */
    @Getter
    private final Said problem;
    /** What whoever starts the application can do. */
    @Getter
    private final Said remedy;

    public StartFailure(Said problem, Said remedy) {
        this(problem, remedy, null);
    }

    public StartFailure(Said problem, Said remedy, @Nullable Throwable cause) {
        super(problem.english(), cause);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** A sentence in both languages: the terminal may be an administrator's or a developer's. */
    public record Said(String chinese, String english) {

        @Override
        public String toString() {
            return chinese + System.lineSeparator() + english;
        }
    }
}
