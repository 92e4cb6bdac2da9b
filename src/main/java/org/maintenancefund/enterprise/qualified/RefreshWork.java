package org.maintenancefund.enterprise.qualified;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.SharedAccounts;
import org.maintenancefund.account.SharedDirectory;
import org.maintenancefund.account.SharedDirectoryDown;
import org.maintenancefund.account.SharedNames;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.enterprise.domain.QualifiedCompanies;
import org.maintenancefund.enterprise.qualified.RefreshWork.RefreshCounts.Figure;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * What a run does. The directory is read whole before anything is changed, so that an outage changes nothing; then each
 * company and each person is a transaction of its own, so that one that fails stops no other and no lock is kept for long.
 */
@Component
@RequiredArgsConstructor
class RefreshWork {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshWork.class);

    private final SharedDirectory directory;
    private final SharedNames names;
    private final SharedAccounts accounts;
    private final QualifiedCompanies companies;
    private final SharedRefreshProperties limits;
    private final SharedRefresh runs;

    /**
     * Limits of the refresh from the directory of the shared credentials.
     *
     * @param schedule        when it runs by itself, as a cron expression in the city's time
     * @param mostGonePercent people disabled by one run, of all known; more than that looks like a fault of the directory and
     *                        waits for the administrator's word
     * @param fewGone         so many may go whatever part of all they are
     */
    @ConfigurationProperties("app.shared-credentials.refresh")
    record SharedRefreshProperties(
            @DefaultValue("0 15 1 * * *") String schedule,
            @DefaultValue("20") int mostGonePercent,
            @DefaultValue("5") int fewGone) {

        /** Whether so many of all known people may be disabled without being asked. */
        boolean isPlausible(int leaving, int known) {
            return leaving <= fewGone || leaving * 100L <= (long) known * mostGonePercent;
        }
    }

    /** The figures of a run so far. */
    @RequiredArgsConstructor
    static final class RefreshCounts {

        /** What a run of the refresh counts; each has a column of that name. */
        enum Figure {
            /** People read from the directory. */
            PEOPLE,
            /** People and companies of which something is new here. */
            CHANGED,
            /** People disabled, because they are gone there or disabled. */
            GONE,
            /** Companies registered here that were found in the directory for the first time. */
            MATCHES,
            /** User names found for the first time to be a local account's too. */
            COLLISIONS,
            /** People and companies that could not be taken over. */
            FAILURES,
            /** People who would have been disabled, had they not been too many. */
            HELD
        }

        private final Map<Figure, Integer> figures = new EnumMap<>(Figure.class);

        @Getter
        private final UUID run;

        void add(Figure figure, int more) {
            figures.merge(figure, more, Integer::sum);
        }

        int get(Figure figure) {
            return figures.getOrDefault(figure, 0);
        }
    }

    /** The run was given up by another instance: its own was taken for dead. */
    private static final class Lost extends RuntimeException {}

    /** Does a run that was begun. */
    void run(UUID id) {
        RefreshCounts counts = new RefreshCounts(id);
        String failure = Messages.of("enterprise.refresh.failed");
        try {
            work(counts);
            failure = "";
        } catch (SharedDirectoryDown down) {
            failure = Messages.of(
                    counts.get(Figure.PEOPLE) == 0 ? "enterprise.refresh.down" : "enterprise.refresh.broken-off");
        } catch (Lost lost) {
            LOG.warn("A refresh was given up by another instance");
        } catch (RuntimeException failed) {
            if (Thread.interrupted()) {
                failure = Messages.of("enterprise.refresh.interrupted");
            } else {
                LOG.error("The refresh failed", failed);
            }
        } finally {
            runs.end(counts, failure);
        }
    }

    /**
     * Takes over everything that is new.
     *
     * @throws SharedDirectoryDown at any moment; what was done until then stays
     */
    private void work(RefreshCounts counts) {
        // Whom we know is asked first: who signs in for the first time meanwhile is not taken for gone.
        List<OperatorView> known = accounts.all();
        List<SharedPerson> everybody = directory.all();
        counts.add(Figure.PEOPLE, everybody.size());
        Map<String, SharedPerson> there = everybody.stream()
                .collect(Collectors.toMap(SharedPerson::username, Function.identity(), (one, same) -> one));
        List<OperatorView> inUse = known.stream().filter(OperatorView::isInUse).toList();
        List<OperatorView> leaving = inUse.stream()
                .filter(operator -> hasLeft(there.get(operator.username())))
                .toList();
        boolean held = leaving.size() > runs.mayGo(counts.run())
                && (everybody.isEmpty() || !limits.isPlausible(leaving.size(), inUse.size()));
        // A directory that may be at fault makes no name free.
        counts.add(Figure.COLLISIONS, held ? names.add(everybody) : names.learn(everybody));
        Map<CreditCode, OrgRef> qualified = refreshCompanies(everybody, counts);
        for (OperatorView operator : known) {
            SharedPerson person = there.get(operator.username());
            if (person != null && !person.disabled()) {
                attempt(counts, "operator " + operator.username(), () -> refresh(person, qualified, counts));
            }
        }
        if (held) {
            counts.add(Figure.HELD, leaving.size());
        } else {
            leaving.forEach(operator -> leave(operator, counts));
        }
    }

    private static boolean hasLeft(@Nullable SharedPerson person) {
        return person == null || person.disabled();
    }

    /** Asks once more: it may be minutes since everybody was read, and whoever is back by now stays signed in. */
    private void leave(OperatorView operator, RefreshCounts counts) {
        if (hasLeft(directory.find(operator.username()).orElse(null))) {
            attempt(
                    counts,
                    "operator " + operator.username(),
                    () -> counts.add(Figure.GONE, accounts.markGone(operator.username()) ? 1 : 0));
        }
    }

    /** The companies that are qualified here. People of one company may spell it differently: most of them are right. */
    private Map<CreditCode, OrgRef> refreshCompanies(List<SharedPerson> everybody, RefreshCounts counts) {
        Map<CreditCode, OrgRef> qualified = new HashMap<>();
        Map<CreditCode, List<SharedPerson>> people =
                everybody.stream().collect(Collectors.groupingBy(SharedPerson::creditCode));
        people.forEach((code, colleagues) -> attempt(counts, "enterprise " + code, () -> {
            QualifiedCompanies.Refreshed company = companies.refresh(speaker(colleagues));
            counts.add(Figure.CHANGED, company.changed() ? 1 : 0);
            counts.add(Figure.MATCHES, company.matched() ? 1 : 0);
            if (company.company() != null) {
                qualified.put(code, company.company());
            }
        }));
        return qualified;
    }

    private static SharedPerson speaker(List<SharedPerson> colleagues) {
        Map<String, Long> spelled = colleagues.stream()
                .filter(person -> !person.disabled())
                .collect(Collectors.groupingBy(SharedPerson::companyName, Collectors.counting()));
        return colleagues.stream()
                .min(Comparator.comparing(SharedPerson::disabled)
                        .thenComparing(person -> -spelled.getOrDefault(person.companyName(), 0L))
                        .thenComparing(SharedPerson::username))
                .orElseThrow();
    }

    private void refresh(SharedPerson person, Map<CreditCode, OrgRef> qualified, RefreshCounts counts) {
        OrgRef company = qualified.get(person.creditCode());
        if (company == null) {
            // Of another company than before, which comes in as it would by a sign-in; or else the person has to go.
            Checked<OrgRef> admitted = companies.admit(person);
            if (!admitted.isOk()) {
                counts.add(Figure.GONE, accounts.markGone(person.username()) ? 1 : 0);
                return;
            }
            company = admitted.value();
            qualified.put(person.creditCode(), company);
        }
        counts.add(Figure.CHANGED, accounts.refresh(person, company) ? 1 : 0);
    }

    private void attempt(RefreshCounts counts, String what, Runnable action) {
        if (!runs.progress(counts)) {
            throw new Lost();
        }
        try {
            action.run();
        } catch (CannotCreateTransactionException | DataAccessResourceFailureException outage) {
            // The database is gone: nobody after this one would fare better.
            throw outage;
        } catch (RuntimeException failed) {
            counts.add(Figure.FAILURES, 1);
            LOG.warn("The refresh could not take over {}", what, failed);
        }
    }
}
