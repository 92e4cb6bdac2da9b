package org.maintenancefund.account.domain;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.OneTimeCode;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords and codes. No more run at once than there are cores, so that guessers can't take
 * the whole machine; the others wait their turn. Asked outside of transactions: nobody waits for a hash behind a lock.
 */
@Component
public class Passwords {

    /** The manual's initial password. Works only together with a 激活码 for anything but changing it. */
    public static final String INITIAL = "1";

    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final PasswordEncoder encoder;
    private final String nobodys;

    /**
     * A new 激活码 with its hash. Made before the transaction that gives it to somebody: hashing takes long on purpose, and nobody
     * should wait for it behind a lock or for a connection.
     */
    public record PreparedCode(OneTimeCode code, String hash) {}

    protected Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobodys = encoder.encode("nobody's password");
    }

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
