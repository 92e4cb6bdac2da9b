package org.maintenancefund.account.domain;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.kernel.OneTimeCode;
import org.springframework.stereotype.Component;

/**
 * Leads people to a password of their own: with a 激活码 the first time, with the current one later. Compares and hashes first,
 * then a short transaction writes, only where what was compared is still what is kept.
 */
@Component
@RequiredArgsConstructor
public class OwnPasswords {

    private final OperatorRepository operators;
    private final AccountService accounts;
    private final Passwords passwords;

    /** Tells one 激活码 of an account from the next one without telling the code; empty where the account has none. */
    public Optional<String> codeHash(OperatorId id) {
        return operators.findById(id).map(Operator::codeHash);
    }

    /** The first password of one's own; false where the code is wrong or too old. */
    public boolean activate(OperatorId id, OneTimeCode code, String newPassword) {
        String codeHash = codeHash(id).orElse(null);
        return passwords.matches(code.value(), codeHash)
                && codeHash != null
                && accounts.activate(id, codeHash, passwords.hash(newPassword));
    }

    /** Another password; false where the current one is wrong. */
    public boolean change(OperatorId id, String current, String newPassword) {
        String hash = operators.findById(id).map(Operator::passwordHash).orElse(null);
        return passwords.matches(current, hash)
                && hash != null
                && accounts.changePassword(id, hash, passwords.hash(newPassword));
    }
}
