package org.maintenancefund.application;

import java.time.LocalDate;
import org.maintenancefund.application.domain.Numbers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Numbers of the same form as 受理编号 for what is no application: tickets. */
@Service
public class RunningNumbers {

    private final Numbers numbers;

    RunningNumbers(Numbers numbers) {
        this.numbers = numbers;
    }

    /**
     * The next number of the day.
     *
     * @param prefix two capital letters that no kind of application has
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ApplicationNumber next(String prefix, LocalDate day) {
        return numbers.next(prefix, prefix, day);
    }
}
