package org.maintenancefund.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.application.ReviewAction.APPROVE;
import static org.maintenancefund.application.ReviewAction.CALL_MISSED;
import static org.maintenancefund.application.ReviewAction.CLOSE;
import static org.maintenancefund.application.ReviewAction.LAPSE;
import static org.maintenancefund.application.ReviewAction.NOTIFY;
import static org.maintenancefund.application.ReviewAction.Party.APPLICANT;
import static org.maintenancefund.application.ReviewAction.Party.DISTRICT;
import static org.maintenancefund.application.ReviewAction.Party.SYSTEM;
import static org.maintenancefund.application.ReviewAction.RECEIVE_PAPER;
import static org.maintenancefund.application.ReviewAction.REFUSE;
import static org.maintenancefund.application.ReviewAction.REISSUE_CODE;
import static org.maintenancefund.application.ReviewAction.RESUBMIT;
import static org.maintenancefund.application.ReviewAction.RETURN;
import static org.maintenancefund.application.ReviewAction.SUBMIT;
import static org.maintenancefund.application.ReviewAction.WITHDRAW;
import static org.maintenancefund.application.ReviewAction.WRONG_NUMBER;
import static org.maintenancefund.application.ReviewStatus.APPROVED;
import static org.maintenancefund.application.ReviewStatus.LAPSED;
import static org.maintenancefund.application.ReviewStatus.PENDING;
import static org.maintenancefund.application.ReviewStatus.REFUSED;
import static org.maintenancefund.application.ReviewStatus.RETURNED;
import static org.maintenancefund.application.ReviewStatus.WITHDRAWN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The transition table, written down a second time by hand: status × action × side. */
class ReviewActionTests {

    /** What each side may do in each state; everything else is refused. */
    private static final Map<ReviewAction.Party, Map<ReviewStatus, Set<ReviewAction>>> ALLOWED = Map.of(
            APPLICANT,
            Map.of(PENDING, Set.of(WITHDRAW), RETURNED, Set.of(RESUBMIT, WITHDRAW)),
            DISTRICT,
            Map.of(
                    PENDING, Set.of(APPROVE, RETURN, REFUSE, REISSUE_CODE),
                    RETURNED, Set.of(NOTIFY, CALL_MISSED, WRONG_NUMBER, REISSUE_CODE),
                    APPROVED, Set.of(NOTIFY, CALL_MISSED, WRONG_NUMBER, RECEIVE_PAPER),
                    REFUSED, Set.of(NOTIFY, CALL_MISSED, WRONG_NUMBER)),
            SYSTEM,
            Map.of(PENDING, Set.of(CLOSE), RETURNED, Set.of(LAPSE, CLOSE)));

    static Stream<Arguments> everyCombination() {
        List<Arguments> all = new ArrayList<>();
        for (ReviewAction.Party party : ReviewAction.Party.values()) {
            for (ReviewStatus status : ReviewStatus.values()) {
                for (ReviewAction action : ReviewAction.values()) {
                    all.add(Arguments.of(party, status, action));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @MethodSource("everyCombination")
    void onlyTheTableIsAllowed(ReviewAction.Party party, ReviewStatus status, ReviewAction action) {
        boolean expected = ALLOWED.get(party).getOrDefault(status, Set.of()).contains(action);

        assertThat(action.isOpenTo(party, status)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void eachActionLeadsToItsState(ReviewAction action, @Nullable ReviewStatus target) {
        assertThat(action.target().orElse(null)).isEqualTo(target);
    }

    static Stream<Arguments> targets() {
        return Stream.of(
                Arguments.of(SUBMIT, PENDING),
                Arguments.of(RESUBMIT, PENDING),
                Arguments.of(APPROVE, APPROVED),
                Arguments.of(RETURN, RETURNED),
                Arguments.of(REFUSE, REFUSED),
                Arguments.of(WITHDRAW, WITHDRAWN),
                Arguments.of(LAPSE, LAPSED),
                Arguments.of(CLOSE, LAPSED),
                Arguments.of(NOTIFY, null),
                Arguments.of(CALL_MISSED, null),
                Arguments.of(WRONG_NUMBER, null),
                Arguments.of(RECEIVE_PAPER, null),
                Arguments.of(REISSUE_CODE, null));
    }

    @Test
    void anApplicationBeginsByItsSubmissionOnly() {
        assertThat(Arrays.stream(ReviewAction.values()).filter(action -> action.isPossibleIn(null)))
                .containsExactly(SUBMIT);
    }

    @Test
    void nothingButTheTelephoneFollowsAFinalState() {
        for (ReviewStatus status : ReviewStatus.values()) {
            if (status.isFinal()) {
                assertThat(Arrays.stream(ReviewAction.values())
                                .filter(action -> action.isPossibleIn(status))
                                .filter(action -> action.target().isPresent()))
                        .isEmpty();
            }
        }
    }
}
