package org.maintenancefund.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.kernel.Reason;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules();
    private final CurrentUser person = user(Role.COMMITTEE_OPERATOR, OrgType.COMMITTEE);

    private static CurrentUser named(String username) {
        return new CurrentUser(
                OperatorId.next(),
                username,
                "王建国",
                Role.COMMITTEE_OPERATOR,
                new OrgRef(OrgType.COMMITTEE, UUID.randomUUID()),
                "和谐花园业主委员会",
                null,
                false);
    }

    private static CurrentUser user(Role role, OrgType type) {
        return new CurrentUser(
                OperatorId.next(),
                "wangjg",
                "王建国",
                role,
                new OrgRef(type, UUID.randomUUID()),
                "和谐花园业主委员会",
                null,
                false);
    }

    @ParameterizedTest
    @CsvSource({
        "王长江, wangchangjiang77",
        "王长江, Wang-Chang-Jiang 77",
        "张偲宁, zhangsining2026",
        "贺兰英, helanying1968",
        "單田芳, shantianfang77",
        "刘付强, liufuqiang2026"
    })
    void aNameIsReadAsUserNamesReadIt(String name, String password) {
        CurrentUser user = new CurrentUser(
                OperatorId.next(),
                "someone",
                name,
                Role.COMMITTEE_OPERATOR,
                new OrgRef(OrgType.COMMITTEE, UUID.randomUUID()),
                "和谐花园业主委员会",
                null,
                false);
        assertThat(rules.refusal(password, user, "13900001234")).contains(Reason.of("account.password.person"));
    }

    @Test
    void tenThousandPasswordsAndMoreAreKnownToBeTriedFirst() {
        assertThat(rules.known()).isGreaterThan(10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "Password1",
                "ＰＡＳＳＷＯＲＤ",
                "1qaz2wsx",
                "iloveyou",
                "sunshine",
                "5201314520",
                "trustno1",
                "12345678",
                "abcdefgh",
                "88888888"
            })
    void whatIsTriedFirstIsRefused(String password) {
        assertThat(rules.refusal(password, person, "13900001234"))
                .get()
                .extracting(reason -> reason.code())
                .isEqualTo("account.password.common");
    }

    @ParameterizedTest
    @CsvSource({
        "short 7, account.password.too-short",
        "my wangjg 2026, account.password.username",
        "call 13900001234, account.password.person",
        "WangJianGuo1968, account.password.person",
        "wang jian-guo 68, account.password.person",
        "王建国的密码很长, account.password.person",
        "和谐花园业主委员会 1, account.password.organisation",
    })
    void whatStandsOnTheSlipIsRefused(String password, String code) {
        assertThat(rules.refusal(password, person, "13900001234"))
                .get()
                .extracting(reason -> reason.code())
                .isEqualTo(code);
    }

    @Test
    void aShortUserNameWithinAWordIsNoUserName() {
        CurrentUser short3 = named("wuy");
        CurrentUser short4 = named("lili");
        CurrentUser five = named("wuyeg");

        assertThat(rules.refusal("wuyeguanli2026x", short3, "13900001234")).isEmpty();
        assertThat(rules.refusal("lilith river 26", short4, "13900001234")).isEmpty();
        assertThat(rules.refusal("wuyeguanli2026x", five, "13900001234"))
                .contains(Reason.of("account.password.username"));
        assertThat(rules.refusal("ＷＵＹＥＧ　river", five, "13900001234")).contains(Reason.of("account.password.username"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ａｂ river 26",
                "river１9 stone",
                "river stone ",
                "\u202driver stone\u202c",
                "river　stone",
                "e\u0301t\u00e9"
            })
    void aPasswordThatLooksLikeAnotherIsToldApart(String password) {
        assertThat(PasswordRules.looksLikeAnother(password)).isTrue();
        assertThat(PasswordRules.looksLikeAnother("river stone 26！".replace("！", "!")))
                .isFalse();
        assertThat(PasswordRules.looksLikeAnother("春眠不觉晓处处闻啼鸟")).isFalse();
    }

    @Test
    void staffNeedTwelveCharactersAndNobodyMoreThanSixtyFour() {
        CurrentUser staff = user(Role.DISTRICT_STAFF, OrgType.DISTRICT_CENTRE);

        assertThat(rules.refusal("quiet rain", person, "13900001234")).isEmpty();
        assertThat(rules.refusal("quiet rain", staff, "13900001234")).isPresent();
        assertThat(rules.refusal("one quiet rain", staff, "13900001234")).isEmpty();
        assertThat(rules.refusal("雨".repeat(65), person, "13900001234")).isPresent();
        assertThat(rules.refusal("春眠不觉晓处处闻啼鸟", person, "13900001234"))
                .as("any character is taken")
                .isEmpty();
    }
}
