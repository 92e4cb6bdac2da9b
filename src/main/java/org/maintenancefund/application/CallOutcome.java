package org.maintenancefund.application;

import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Labelled;

/** What came of dialling a number on 电话通知台. */
@RequiredArgsConstructor
public enum CallOutcome implements Labelled {
    REACHED(ReviewAction.NOTIFY),
    NO_ANSWER(ReviewAction.CALL_MISSED),
    WRONG_NUMBER(ReviewAction.WRONG_NUMBER);

    /** What is written into 办理记录. */
    @Getter
    private final ReviewAction action;
}
