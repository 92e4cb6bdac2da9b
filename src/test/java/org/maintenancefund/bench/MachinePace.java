package org.maintenancefund.bench;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * How quick the machine is just now: the same work takes half as long again, or twice as long, where it shares its cores with
 * machines nobody sees. Told by a fixed computation before and after a measurement.
 */
final class MachinePace {

    /** So much slower than at its best, the machine is not in quiet. */
    private static final double UNQUIET = 1.2;

    private static final int ROUNDS = 400_000;
    private static final int TRIES = 3;

    private double quickest = Double.MAX_VALUE;

    /** Compiled before it is believed. */
    MachinePace() {
        for (int i = 0; i < TRIES; i++) {
            seconds();
        }
    }

    /** Seconds that the computation takes, the best of some. */
    double seconds() {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            best = Math.min(best, computed());
        }
        quickest = Math.min(quickest, best);
        return best;
    }

    /** How many times as long as at its quickest so far; 1 at best, and for what was not measured here. */
    double slowness(double seconds) {
        return seconds == 0 ? 1 : Math.max(1, seconds / quickest);
    }

    boolean isUnquiet(double seconds) {
        return slowness(seconds) > UNQUIET;
    }

    private static double computed() {
        long begin = System.nanoTime();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] value = new byte[64];
            for (int i = 0; i < ROUNDS; i++) {
                value = digest.digest(value);
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
