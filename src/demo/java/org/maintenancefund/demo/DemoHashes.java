package org.maintenancefund.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes what the demo city is loaded with by the least memory there is, and everything afterwards at full strength: its
 * passwords stand in the README, and hashing them was two thirds of the first start. A hash says itself how it was made.
 * By the time an answer takes the demo's names can be told from names that nobody has; they stand in the README too.
 */
final class DemoHashes implements PasswordEncoder {

    private final PasswordEncoder quick = new Argon2PasswordEncoder(16, 32, 1, 8, 1);
    private final PasswordEncoder full;
    private final ThreadLocal<Boolean> loading = ThreadLocal.withInitial(() -> false);

    DemoHashes(PasswordEncoder full) {
        this.full = full;
    }

    /** Hashes so on this thread only: people may be changing their passwords meanwhile. */
    void whileLoading(Runnable work) {
        loading.set(true);
        try {
            work.run();
        } finally {
            loading.remove();
        }
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return (loading.get() ? quick : full).encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return full.matches(password, hash);
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return full.upgradeEncoding(hash);
    }
}
