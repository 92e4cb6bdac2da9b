package org.maintenancefund.account.domain;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.OneTimeCode;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords and codes with Argon2id (RFC 9106). No more run at once than there are cores, so that guessers can't take
 * the whole machine; the others wait their turn. Asked outside of transactions: nobody waits for a hash behind a lock.
 */
@Component
public class Passwords {

    /** The manual's initial password. Works only together with a 激活码 for anything but changing it. */
    public static final String INITIAL = "1";

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 12 * 1024;
    private static final int PASSES = 3;

    private final PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String nobodys = encoder.encode("nobody's password");

    public String hash(String secret) {
        return guarded(() -> encoder.encode(secret));
    }

    /** A new 激活码 for somebody; asked before the transaction that gives it. */
    public PreparedCode newCode() {
        OneTimeCode code = OneTimeCode.generate();
        return new PreparedCode(code, hash(code.value()));
    }

    /** Compares; where there is no hash it takes the same time and says no. */
    public boolean matches(String secret, @Nullable String hash) {
        boolean same = guarded(() -> encoder.matches(secret, hash == null ? nobodys : hash));
        return same && hash != null;
    }

    private <T> T guarded(Supplier<T> work) {
        cores.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            cores.release();
        }
    }
}
