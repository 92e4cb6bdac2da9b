package org.maintenancefund.account.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.AccountProperties;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.Operators;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.MobileNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The account that makes all others possible: at the first start on a database without accounts. Its 激活码 goes to a file
 * that only its owner reads; the log names the file, never the code. The file goes when the code was used.
 */
@Component
@RequiredArgsConstructor
class FirstAdministrator implements ApplicationRunner {

    static final String USERNAME = "admin";

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    /** Nobody's: the administrator puts in their own with the staff accounts. */
    private static final String NO_MOBILE = "13900000000";

    private final OperatorRepository operators;
    private final Operators accounts;
    private final Passwords passwords;
    private final AccountProperties settings;

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.firstAdministrator()) {
            prepare(settings.firstAdministratorFile());
        }
    }

    /**
     * Makes the account where there is none at all. A new code where it still waits and the file is gone; also where it
     * waited too long and was disabled, as long as there is no other administrator who could enable it.
     */
    void prepare(Path file) {
        if (operators.count() == 0) {
            write(
                    file,
                    accounts.create(
                            new NewOperator(
                                    MunicipalCentre.REF,
                                    Role.SYSTEM_ADMIN,
                                    Role.SYSTEM_ADMIN.label(),
                                    MobileNumber.parse(NO_MOBILE).value(),
                                    USERNAME),
                            passwords.newCode()));
            return;
        }
        Operator waiting = operators.findByUsername(USERNAME).orElse(null);
        if (waiting == null || waiting.passwordHash() != null) {
            return;
        }
        if (waiting.state() == OperatorState.PENDING_ACTIVATION && Files.notExists(file)) {
            write(file, accounts.reissueActivation(waiting.id(), passwords.newCode()));
        } else if (waiting.state() == OperatorState.DISABLED
                && operators.findActive(Role.SYSTEM_ADMIN).isEmpty()) {
            accounts.enable(waiting.view().seen(), passwords.newCode()).ifPresent(account -> write(file, account));
        }
    }

    @TransactionalEventListener
    void forget(AccountService.OperatorActivated activated) throws IOException {
        if (activated.username().equals(USERNAME)) {
            Files.deleteIfExists(settings.firstAdministratorFile());
        }
    }

    private static void write(Path file, IssuedAccount account) {
        String text = Messages.of(
                "account.first-administrator.file",
                account.username(),
                Passwords.INITIAL,
                account.activationCode().grouped(),
                account.validUntil());
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Files.deleteIfExists(file);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(file, List.of(text), StandardCharsets.UTF_8, StandardOpenOption.CREATE);
            log.info(Messages.of("account.first-administrator.log"), file.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
