package org.maintenancefund.collection.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.collection.remittance.DeclarationNumber;
import org.maintenancefund.collection.remittance.SlipNumber;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.ManagedArea;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.annotation.Transactional;

/** The company of an area changes: what the former one leaves, who says what of it, and from when on the next one may begin. */
@IntegrationTest
@Transactional
class HandoverServiceTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    HandoverRegister register;

    @Autowired
    HandoverService service;

    @Autowired
    HandoverDecisions decisions;

    private Succession of;

    @BeforeEach
    void anAreaWithMoneyOnItsWay() {
        of = Succession.named("接任苑", world, context);
    }

    private static String sentence(Runnable step) {
        Throwable thrown = catchThrowable(step::run);
        assertThat(thrown).isInstanceOf(Refusal.class);
        return Messages.of(((Refusal) thrown).reason());
    }

    private List<String> lines(boolean waiting, CurrentUser reader) {
        return register.list("接任苑", waiting, reader).slice(Cursor.start(), 20).items().stream()
                .map(row -> row.state() + " " + row.former() + " → " + row.successor())
                .toList();
    }

    @Test
    void theNextCompanyNeitherBillsNorReceivesBeforeItHasReceived() {
        of.change();
        String waits = "接任苑此前由接任苑物业有限公司收取，移交清账完成以前不能出账、收款。请在“移交清账”里查看进度";
        assertThat(sentence(() -> of.bill(of.next()))).isEqualTo(waits);
        assertThat(sentence(() -> of.area().receive(of.area().payment(of.flat(), "1"), of.next())))
                .isEqualTo(waits);

        HandoverNumber number = of.handedOver();
        assertThat(sentence(() -> of.bill(of.next()))).isEqualTo(waits);
        of.receive(number);

        of.bill(of.next());
        of.area().receive(of.area().payment(of.flat(), "22.40"), of.next());
        assertThat(of.get(number, of.former()).state()).isEqualTo(HandoverState.RECEIVED);
        assertThat(of.area().violations()).isEmpty();
    }

    @Test
    void whatTheFormerCompanyLeavesIsListedWithItsFiguresAndFrozen() {
        of.change();
        HandoverNumber number = of.opened();
        HandoverView open = of.get(number, of.former());
        assertThat(Succession.figures(open.today()))
                .containsExactly("未缴账单 1 张，22.40 元", "预存 1 笔，7.60 元", "未申报收款 1 笔，30.00 元");
        assertThat(open.heldToday().toString()).isEqualTo("30.00");
        assertThat(open.today())
                .filteredOn(matter -> matter.kind() == MatterKind.UNITS)
                .extracting(Matter::figures)
                .containsExactly("2 户，179.16 ㎡");
        assertThat(sentence(
                        () -> service.handOver(number, open.version(), open.fingerprint(), open.today(), of.former())))
                .isEqualTo("还有事项没有结清，也没有列明由谁处理：未缴账单、预存、未申报收款、缴款人资料、合同和决议、账册和票据");

        of.handOver(number);
        DeclarationNumber declared = of.remitting().confirmed();
        SlipNumber slip = of.remitting().submitted(declared);

        HandoverView frozen = of.get(number, of.next());
        assertThat(Succession.figures(frozen.matters())).contains("未申报收款 1 笔，30.00 元");
        assertThat(Succession.figures(frozen.today()))
                .doesNotContain("未申报收款 1 笔，30.00 元")
                .contains("未入账缴存单 1 张，30.00 元");
        assertThat(frozen.matters())
                .filteredOn(matter -> matter.kind() == MatterKind.UNDECLARED)
                .extracting(Matter::outcome)
                .containsExactly("由移交方在 " + of.area().today().plusDays(30) + " 前处理");
        of.remitting().arrive(slip, "30.00");
        of.remitting().book(slip);
        assertThat(of.get(number, of.next()).heldToday().toString()).isEqualTo("0.00");
    }

    @Test
    void whatIsSettledBeforeNeedsNoWord() {
        of.change();
        HandoverNumber number = of.opened();
        SlipNumber slip = of.remitting().arrived();
        of.remitting().book(slip);

        HandoverView found = of.get(number, of.former());

        assertThat(Succession.figures(found.today())).containsExactly("未缴账单 1 张，22.40 元", "预存 1 笔，7.60 元");
        assertThat(found.today())
                .filteredOn(matter -> matter.kind() == MatterKind.UNDECLARED)
                .extracting(Matter::outcome)
                .containsExactly("已结清");
        of.handOver(number);
    }

    @Test
    void othersFiguresThanWereShownAreNotHandedOver() {
        of.change();
        HandoverNumber number = of.opened();
        HandoverView seen = of.get(number, of.former());
        of.remitting().confirmed();

        assertThat(sentence(() ->
                        service.handOver(number, seen.version(), seen.fingerprint(), of.listed(seen), of.former())))
                .isEqualTo("数额刚刚有变化，请核对下面的数额以后再办理");
    }

    @Test
    void whatIsObjectedToGoesBackAndIsHandedOverOnceMore() {
        of.change();
        HandoverNumber number = of.handedOver();
        decisions.object(number, of.version(number), "账册少一册", of.next());
        HandoverView objected = of.get(number, of.former());
        assertThat(objected.objection()).isEqualTo("账册少一册");
        assertThat(objected.mayHandOver()).isTrue();
        assertThatThrownBy(() -> decisions.receive(number, objected.version(), of.next()))
                .isInstanceOf(StaleVersion.class);

        of.handOver(number);
        assertThat(of.get(number, of.next()).objection()).isNull();
        of.receive(number);

        of.bill(of.next());
    }

    @Test
    void theFormerCompanyTakesBackWhatNobodyReceived() {
        of.change();
        HandoverNumber number = of.handedOver();
        decisions.takeBack(number, of.version(number), of.former());

        assertThat(of.get(number, of.former()).state()).isEqualTo(HandoverState.OPEN);
        assertThatThrownBy(() -> of.receive(number)).isInstanceOf(StaleVersion.class);
        of.handOver(number);
        of.receive(number);
        assertThatThrownBy(() -> decisions.takeBack(number, of.version(number), of.former()))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void whereTheFormerCompanyDoesNotActTheDistrictLetsTheNextOneBegin() {
        of.change();
        CurrentUser district = world.clerk();
        HandoverNumber number = service.open(of.area().id(), district);
        HandoverView found = of.get(number, district);
        assertThat(found.mayHandOver()).isFalse();
        assertThatThrownBy(() ->
                        service.handOver(number, found.version(), found.fingerprint(), of.listed(found), district))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> service.release(
                        number, found.version(), found.fingerprint(), of.listed(found), "催告两次未办", of.former()))
                .isInstanceOf(NotFound.class);

        service.release(number, found.version(), found.fingerprint(), of.listed(found), "催告两次未办", district);

        of.bill(of.next());
        HandoverView released = of.get(number, of.next());
        assertThat(released.state()).isEqualTo(HandoverState.RELEASED);
        assertThat(released.releasedBecause()).isEqualTo("催告两次未办");
        assertThat(of.remitting().confirmed())
                .as("what it holds is still declared")
                .isNotNull();
        assertThat(of.area().violations()).isEmpty();
    }

    @Test
    void theDistrictReleasesNothingBeforeThereIsANextCompany() {
        of.end();
        HandoverNumber number = service.open(of.area().id(), world.clerk());
        HandoverView found = of.get(number, world.clerk());

        assertThat(sentence(() -> service.release(
                        number, found.version(), found.fingerprint(), of.listed(found), "催告未办", world.clerk())))
                .isEqualTo("新的收取单位今天还没有收取授权，不需要准予");
    }

    @Test
    void itIsPreparedWhenTheNextMandateIsApprovedAndHandedOverBehindTheLastDay() {
        LocalDate last = of.area().today().plusDays(3);
        assertThat(lines(true, of.former())).as("nobody follows yet").isEmpty();
        of.collects(of.company(), of.office(), last.plusDays(1));
        assertThat(lines(true, of.former())).containsExactly("DUE 接任苑物业有限公司 → 接任苑后任物业有限公司");

        HandoverNumber number = of.opened();
        HandoverView found = of.get(number, of.former());
        service.save(number, found.version(), of.listed(found), of.former());

        assertThat(sentence(() -> of.handOver(number))).isEqualTo("接任苑物业有限公司收取到 " + last + "，第二天起才能移交");
        of.area().receive(of.area().payment(of.flat(), "1"));
    }

    @Test
    void nobodyTakesOverFromTheirOwnCompany() {
        of.area().endMandate(of.area().today().minusDays(1));
        of.area().passToCompany();

        of.area().receive(of.area().payment(of.flat(), "1"), of.area().managed().ofCompany());
        assertThat(lines(false, of.area().managed().ofCompany())).isEmpty();
        assertThatThrownBy(
                        () -> service.open(of.area().id(), of.area().managed().ofCompany()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whoNeverTookOverHasNothingToHandOver() {
        of.change();
        HandoverNumber number = of.handedOver();
        EnterpriseId third = world.company("云州第三任物业有限公司");
        OfficeId office = world.office("第三任管理处", third);
        CurrentUser person = world.personOf(office);
        of.collects(third, office, of.area().today());

        assertThatThrownBy(() -> of.get(number, of.next())).isInstanceOf(NotFound.class);
        decisions.receive(number, of.version(number), person);

        of.bill(person);
        assertThat(of.area().violations()).isEmpty();
    }

    @Test
    void aCompanyThatCollectsAgainDoesNotHandOverWhileItDoes() {
        of.change();
        HandoverNumber number = of.handedOver();
        ManagedArea managed = of.area().managed();
        of.collects(managed.company(), managed.office(), of.area().today());

        of.area().receive(of.area().payment(of.flat(), "1"));
        assertThatThrownBy(() -> of.get(number, of.next())).isInstanceOf(NotFound.class);
        decisions.takeBack(number, of.version(number), of.former());
        assertThat(sentence(() -> of.handOver(number))).isEqualTo("接任苑物业有限公司仍在收取，不需要移交");
        decisions.discard(number, of.version(number), of.former());
        assertThat(lines(false, of.former())).containsExactly("VOIDED 接任苑物业有限公司 → null");
    }

    @Test
    void bothCompaniesTheirDistrictAndTheAuditorSeeItAndNobodyElse() {
        of.change();
        CurrentUser auditor = SignedIn.person("秦素文", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null);
        CurrentUser stranger = world.personOf(world.company("云州局外物业有限公司"));
        String due = "DUE 接任苑物业有限公司 → 接任苑后任物业有限公司";
        List<CurrentUser> all = List.of(
                of.former(),
                of.area().managed().ofCompany(),
                of.next(),
                world.personOf(of.company()),
                world.clerk(),
                auditor);
        assertThat(all).allSatisfy(reader -> assertThat(lines(false, reader)).containsExactly(due));
        List<CurrentUser> nobody = List.of(
                stranger,
                world.clerkElsewhere(),
                world.municipal(),
                world.personOf(of.area().managed().committee()));
        HandoverNumber number = of.opened();

        assertThat(all)
                .allSatisfy(
                        reader -> assertThat(of.get(number, reader).number()).isEqualTo(number));
        assertThat(nobody).allSatisfy(reader -> {
            assertThat(lines(false, reader)).isEmpty();
            assertThatThrownBy(() -> of.get(number, reader)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> register.offered(of.area().id(), reader)).isInstanceOf(NotFound.class);
        });
        int version = of.version(number);
        for (CurrentUser reader : List.of(of.next(), auditor)) {
            assertThatThrownBy(() -> service.save(number, version, List.of(), reader))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> decisions.discard(number, version, reader)).isInstanceOf(NotFound.class);
        }
        of.handOver(number);
        int handed = of.version(number);
        for (CurrentUser reader : List.of(of.former(), world.clerk(), auditor)) {
            assertThatThrownBy(() -> decisions.receive(number, handed, reader)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> decisions.object(number, handed, "异议", reader))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void itWaitsForWhoseTurnItIs() {
        of.change();
        assertThat(lines(true, of.former())).hasSize(1);
        assertThat(lines(true, of.next())).isEmpty();
        assertThat(lines(true, world.clerk())).hasSize(1);

        HandoverNumber number = of.handedOver();
        assertThat(lines(true, of.former())).isEmpty();
        assertThat(lines(true, of.next())).hasSize(1);
        assertThat(lines(true, world.clerk())).isEmpty();

        of.receive(number);
        assertThat(lines(true, of.next())).isEmpty();
    }
}
