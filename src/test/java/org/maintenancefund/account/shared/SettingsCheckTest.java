package org.maintenancefund.account.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.startup.StartFailure;

/** Which directories the application starts with. */
class SettingsCheckTest {

    private static SharedCredentialsProperties settings(String... changed) {
        return DirectoryFixture.settings(
                Map.of("urls", "ldaps://directory.example:636", "base", "dc=city", "group-dn", "cn=g,dc=city"),
                changed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ldaps://directory.example", "ldap://localhost:1389", "ldap://127.0.0.1", "ldap://[::1]:389/"})
    void encryptedOrOnThisMachine(String url) {
        assertThatCode(() -> SettingsCheck.check(settings("urls", url))).doesNotThrowAnyException();
    }

    @Test
    void startTlsMakesAPlainAddressGood() {
        assertThatCode(() -> SettingsCheck.check(settings("urls", "ldap://directory.example", "start-tls", "true")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ldap://directory.example",
                "ldap://10.0.0.7:389",
                "ldap://127.0.0.1.example.com",
                "ldap://localhost.example.com",
                "ldap://127.0.0.1@directory.example"
            })
    void passwordsTravelUnencryptedToNobody(String url) {
        assertThatThrownBy(() -> SettingsCheck.check(settings("urls", url)))
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        failure -> assertThat(failure.problem().chinese()).contains("明文接收密码"));
    }

    @ParameterizedTest
    @CsvSource({
        "urls, http://directory.example",
        "urls, directory.example",
        "urls, ldaps://directory.example/dc=city",
        "urls, 'ldaps://directory.example,ldap://localhost'",
        "base, ''",
        "group-dn, ''",
        "user-search-filter, (uid=someone)",
        "start-tls, true",
        "trust-store, /nowhere/trust.p12"
    })
    void whatCanNotWorkIsNamed(String property, String value) {
        assertThatThrownBy(() -> SettingsCheck.check(settings(property, value)))
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        failure ->
                                assertThat(failure.remedy().english()).contains("app.shared-credentials." + property));
    }
}
