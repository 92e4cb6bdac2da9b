package org.maintenancefund.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets several people do something at the very same moment, each on a thread of their own. */
public final class Race {

    private Race() {}

    /** How one runner fared: the value, or what it ran into. */
    public record Outcome<T>(T value, Throwable failure) {

        public boolean won() {
            return failure == null;
        }
    }

    /** Runs all of them at once and waits for all; the outcomes are in the order of the runners. */
    public static <T> List<Outcome<T>> of(List<? extends Callable<T>> runners) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(runners.size());
        ExecutorService threads = Executors.newFixedThreadPool(runners.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> runner : runners) {
                running.add(threads.submit(() -> {
                    start.await();
                    return runner.call();
                }));
            }
            List<Outcome<T>> outcomes = new ArrayList<>();
            for (Future<T> future : running) {
                outcomes.add(outcome(future));
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> Outcome<T> outcome(Future<T> future) throws InterruptedException {
        try {
            return new Outcome<>(future.get(), null);
        } catch (ExecutionException failed) {
            return new Outcome<>(null, failed.getCause());
        }
    }
}
