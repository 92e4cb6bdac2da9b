package org.maintenancefund.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.annotation.Transactional;

/** 余额调节表: who makes it, who signs it, and when it can't be signed. */
@IntegrationTest
@Transactional
class ReconciliationTest {

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @Autowired
    ClosingService service;

    @Autowired
    ReconciliationService papers;

    private AClosing city;

    @BeforeEach
    void aCheckedMonth() {
        city = AClosing.of("调节苑", world, context);
        city.checked();
    }

    private ReconciliationView paper() {
        return papers.get(city.month(), city.account());
    }

    private void make(String balance, String note, int seen, CurrentUser by) {
        papers.make(city.month(), city.account(), seen, AClosing.money(balance), note, by);
    }

    private void refused(String code, Runnable what) {
        assertThatExceptionOfType(Refusal.class)
                .as(code)
                .isThrownBy(what::run)
                .satisfies(refusal ->
                        assertThat(refusal.reason().code()).isEqualTo("closing.reconciliation.refusal." + code));
    }

    @Test
    void theBooksAreTheSumOfTheirParts() {
        ReconciliationView blank = paper();

        assertThat(blank.bank()).isEqualTo(AClosing.money("32.40"));
        assertThat(blank.household().plus(blank.unallocated())).isEqualTo(blank.bank());
        assertThat(blank.adjustedBank()).as("no line of the bank is known").isNull();
        assertThat(blank.agrees()).isFalse();
        assertThat(blank.unexplained()).isEqualTo(AClosing.money("10"));
    }

    @Test
    void whoBookedInTheMonthMakesNone() {
        refused("booked", () -> make("32.40", "待查", -1, city.beginner()));
        make("32.40", "待查", -1, city.maker());
        assertThat(paper().paper()).isNotNull();
    }

    @Test
    void withoutTheBanksBalanceOrAWordAboutTheRestItIsNotMade() {
        refused("no-balance", () -> papers.make(city.month(), city.account(), -1, null, "待查", city.maker()));
        refused("unexplained", () -> make("32.40", "", -1, city.maker()));
    }

    @Test
    void whatDiffersIsNotSigned() {
        make("32.49", "待查", -1, city.maker());
        refused("differs", () -> papers.sign(city.month(), city.account(), 0, city.signer()));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> papers.sign(city.month(), city.account(), 0, city.signer()))
                .satisfies(refusal -> assertThat(refusal.reason().args()).containsExactly(new Money(9)));

        make("32.40", "银行更正", 0, city.maker());
        papers.sign(city.month(), city.account(), 1, city.signer());
        assertThat(paper().isSigned()).isTrue();
    }

    @Test
    void nobodySignsTheirOwnNorTwice() {
        refused("not-made", () -> papers.sign(city.month(), city.account(), -1, city.signer()));
        make("32.40", "待查", -1, city.maker());
        refused("own", () -> papers.sign(city.month(), city.account(), 0, city.maker()));
        papers.sign(city.month(), city.account(), 0, city.signer());
        refused("signed", () -> papers.sign(city.month(), city.account(), 1, city.beginner()));
        refused("signed", () -> make("32.40", "再来", 1, city.maker()));
    }

    @Test
    void whoSawAnOlderPaperIsToldSo() {
        make("32.40", "待查", -1, city.maker());

        assertThatExceptionOfType(StaleVersion.class).isThrownBy(() -> make("30", "旧的", -1, city.signer()));
        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> papers.sign(city.month(), city.account(), 5, city.signer()));
    }

    @Test
    void withTheClosingThePapersAreGivenUp() {
        city.signed();
        service.giveBack(city.month(), "重来", city.signer());
        refused("not-ready", () -> make("32.40", "迟了", 1, city.maker()));

        city.checked();
        assertThat(paper().paper()).as("the next attempt has papers of its own").isNull();
    }
}
