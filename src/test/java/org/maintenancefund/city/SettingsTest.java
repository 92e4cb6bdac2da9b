package org.maintenancefund.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.city.domain.SettingService;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds: what the administrator set, else the configuration; on every instance. */
@IntegrationTest
class SettingsTest {

    private static final Duration KEPT = Duration.ofMillis(200);
    private static final Duration SOON = Duration.ofSeconds(5);

    @Autowired
    Settings settings;

    @Autowired
    SettingService service;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void theDefaults() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            settings.readPastTheMemoryUntilTheEnd();
            jdbc.sql("DELETE FROM setting").update();
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyDefaultIsWithinItsOwnBoundsAndHasItsWords(Setting setting) {
        assertThat(setting.label()).isNotBlank();
        assertThat(setting.bounds()).isNotBlank();
        assertThat(settings.defaultOf(setting).isPresent()).isEqualTo(setting.hasDefault());
        settings.defaultOf(setting).ifPresent(standard -> {
            assertThat(setting.read(standard).value()).isEqualTo(standard);
            assertThat(setting.words(standard)).isNotBlank();
            assertThat(settings.text(setting)).isEqualTo(standard);
        });
    }

    @Test
    void whatTheCityHasToDecideIsUnsetAndNamedToWhoeverNeedsIt() {
        assertThat(Arrays.stream(Setting.values()).filter(setting -> !setting.hasDefault()))
                .isNotEmpty()
                .allSatisfy(setting -> {
                    assertThat(setting.group()).isEqualTo(SettingGroup.COLLECTION);
                    assertThat(settings.find(setting)).isEmpty();
                    assertThat(setting.words(null)).isEqualTo("未设置");
                    assertThatThrownBy(() -> settings.text(setting))
                            .isInstanceOfSatisfying(
                                    Refusal.class,
                                    refusal -> assertThat(Messages.of(refusal.reason()))
                                            .contains(setting.label(), "还没有设置"));
                });
    }

    @Test
    void whatTheCityHasDecidedHoldsAndMayBeChangedButNotTakenBack() {
        service.save(Setting.REMITTANCE_DAY, "15", 0, world.administrator());
        service.save(Setting.CHARGE_START, "NEXT_MONTH", 0, world.administrator());
        service.save(Setting.EXEMPTIONS, "无", 0, world.administrator());

        assertThat(settings.number(Setting.REMITTANCE_DAY)).isEqualTo(15);
        assertThat(settings.choice(Setting.CHARGE_START, ChargeStart.class)).isEqualTo(ChargeStart.NEXT_MONTH);
        assertThat(settings.find(Setting.EXEMPTIONS)).contains("无");
        assertThatThrownBy(() -> service.restore(Setting.REMITTANCE_DAY, 1)).isInstanceOf(Refusal.class);
        assertThat(settings.number(Setting.REMITTANCE_DAY)).isEqualTo(15);
        service.save(Setting.REMITTANCE_DAY, "10", 1, world.administrator());
        assertThat(settings.number(Setting.REMITTANCE_DAY)).isEqualTo(10);
    }

    @ParameterizedTest(name = "{0} = {1} is {2}")
    @CsvSource({
        "WORKING_DAYS, 7, 7",
        "LAPSE_AFTER, 60d, 60",
        "LAPSE_AFTER, 2m, 60",
        "CODE_LIFETIME, 48h, 2",
        "CALL_AGAIN, 90m, 90",
        "CALL_AGAIN, PT1H, 60",
        "COMMITTEE_LONGEST_TERM, 6y, 6",
        "CENTRE_PHONE, 010-12345678, 010-12345678",
    })
    void theConfigurationIsTheDefault(Setting setting, String configured, String value) {
        MockEnvironment environment = new MockEnvironment().withProperty(setting.property(), configured);

        assertThat(Settings.defaults(environment)).containsEntry(setting, value);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "WORKING_DAYS, 0",
        "WORKING_DAYS, 31",
        "WORKING_DAYS, five",
        "COMMITTEE_LONGEST_TERM, 18m",
        "CODE_LIFETIME, 30h",
        "CALL_AGAIN, soon",
        "CENTRE_PHONE, 12345",
        "CENTRE_NAME, ' '",
    })
    void aConfigurationBeyondTheBoundsIsNamedAtTheStart(Setting setting, String configured) {
        MockEnvironment environment = new MockEnvironment().withProperty(setting.property(), configured);

        assertThatThrownBy(() -> Settings.defaults(environment))
                .isInstanceOfSatisfying(
                        InvalidConfigurationPropertyValueException.class,
                        wrong -> assertThat(wrong.getName()).isEqualTo(setting.property()));
    }

    @Test
    void whatIsSetHoldsAtOnceHereAndSoonElsewhere() {
        Settings elsewhere = elsewhere();
        assertThat(elsewhere.number(Setting.WORKING_DAYS)).isEqualTo(5);

        service.save(Setting.WORKING_DAYS, "8", 0, world.administrator());
        service.save(Setting.COMMITTEE_LONGEST_TERM, "6", 0, world.administrator());
        service.save(Setting.CALL_AGAIN, "30", 0, world.administrator());

        assertThat(settings.number(Setting.WORKING_DAYS)).isEqualTo(8);
        assertThat(settings.period(Setting.COMMITTEE_LONGEST_TERM)).isEqualTo(Period.ofYears(6));
        assertThat(settings.duration(Setting.CALL_AGAIN)).isEqualTo(Duration.ofMinutes(30));
        await().atMost(SOON).until(() -> elsewhere.number(Setting.WORKING_DAYS) == 8);

        service.restore(Setting.WORKING_DAYS, 1);

        assertThat(settings.number(Setting.WORKING_DAYS)).isEqualTo(5);
        await().atMost(SOON).until(() -> elsewhere.number(Setting.WORKING_DAYS) == 5);
    }

    /** Another release's setting, or a value that was written past the page. */
    @Test
    void aRowThatIsNoSettingStopsNothing() {
        jdbc.sql("INSERT INTO setting (name, value, version, changed_at, changed_by)"
                        + " VALUES ('NOT_YET', '1', 1, now(), '甲'), ('WORKING_DAYS', '500', 1, now(), '甲'),"
                        + " ('LAPSE_AFTER', '45', 1, now(), '甲')")
                .update();

        Settings elsewhere = elsewhere();

        assertThat(elsewhere.number(Setting.WORKING_DAYS)).isEqualTo(5);
        assertThat(elsewhere.number(Setting.LAPSE_AFTER)).isEqualTo(45);
        assertThat(service.get(Setting.WORKING_DAYS).value())
                .as("the page shows what holds")
                .isEqualTo("5");
    }

    @Test
    void aChangeThatIsUndoneIsNotRemembered() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            service.save(Setting.WORKING_DAYS, "9", 0, world.administrator());
            assertThat(settings.number(Setting.WORKING_DAYS)).isEqualTo(9);
            status.setRollbackOnly();
        });

        assertThat(settings.number(Setting.WORKING_DAYS)).isEqualTo(5);
    }

    private Settings elsewhere() {
        return new Settings(Settings.defaults(new MockEnvironment()), KEPT, jdbc, transactions);
    }
}
