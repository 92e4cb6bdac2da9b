package org.maintenancefund.account.username;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.account.SharedDirectoryDown;
import org.maintenancefund.account.shared.DirectoryLogin;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Suggests user names from people's names and knows which are taken. Users are people: see {@link UnitNames}. */
@Component
@RequiredArgsConstructor
public class UsernameSuggestions {

    private static final Logger log = LoggerFactory.getLogger(UsernameSuggestions.class);

    private final NameReader reader = new NameReader();
    private final JdbcClient jdbc;
    private final DirectoryLogin directory;

    /**
     * A user name for a person.
     *
     * @param base         what the person's name gives: wangjg
     * @param username     free to be given: the base, or the base with a number
     * @param alternatives other free ones, from a second reading of the surname
     */
    public record Suggestion(String base, String username, List<String> alternatives) {

        public Suggestion {
            alternatives = List.copyOf(alternatives);
        }

        /** True where the base was taken. */
        public boolean numbered() {
            return !username.equals(base);
        }
    }

    /** One suggestion, see {@link #of(List, Collection)}. */
    public Optional<Suggestion> of(String personName) {
        return of(List.of(personName), List.of()).get(0);
    }

    /**
     * A suggestion for each person, in their order; empty where a name can't be read: then the clerk types. What is taken,
     * reserved, or suggested to somebody before in the list gets a number: wangjg2.
     *
     * @param reserved user names that stand on the same page already
     */
    public List<Optional<Suggestion>> of(List<String> personNames, Collection<String> reserved) {
        List<List<String>> bases = personNames.stream().map(reader::read).toList();
        Set<String> gone =
                takenWithNumbers(bases.stream().flatMap(List::stream).distinct().toList());
        gone.addAll(reserved);
        List<Optional<Suggestion>> suggestions = new ArrayList<>();
        for (List<String> readings : bases) {
            Optional<Suggestion> suggestion = suggest(readings, gone);
            suggestion.ifPresent(s -> gone.add(s.username()));
            suggestions.add(suggestion);
        }
        return suggestions;
    }

    /** Of these user names the ones that somebody has or had. */
    public Set<String> takenAmongst(Collection<String> usernames) {
        Set<String> gone = takenWithNumbers(usernames);
        gone.retainAll(new HashSet<>(usernames));
        return gone;
    }

    /**
     * As {@link #takenAmongst}, and the directory of the 物业管理信息系统 is asked too, which may take a second or two: asked
     * before a name is given to anybody. Where it can't be asked the name may be somebody's there, and is given to nobody.
     *
     * @throws Refusal {@code account.username.unchecked} where the directory doesn't answer
     */
    public Set<String> takenAnywhereAmongst(Collection<String> usernames) {
        Set<String> gone = takenAmongst(usernames);
        try {
            gone.addAll(directory.takenAmongst(usernames));
        } catch (SharedDirectoryDown unanswered) {
            log.info(Messages.of("account.log.unchecked"));
            throw Refusal.because("account.username.unchecked");
        }
        return gone;
    }

    /** True for a user name that this person's name gives, with or without a number. */
    public boolean isFromName(String username, String personName) {
        String withoutNumber = username.replaceAll("[0-9]+$", "");
        return reader.read(personName).contains(withoutNumber);
    }

    private static Optional<Suggestion> suggest(List<String> readings, Set<String> gone) {
        return readings.stream()
                .findFirst()
                .map(base -> new Suggestion(
                        base,
                        free(base, gone),
                        readings.stream()
                                .skip(1)
                                .map(other -> free(other, gone))
                                .toList()));
    }

    private static String free(String base, Set<String> gone) {
        String username = base;
        for (int number = 2; gone.contains(username); number++) {
            username = base + number;
        }
        return username;
    }

    /**
     * Of these user names, and of these with a number behind, the ones that were ever given: those of disabled people count for
     * good, and so do those the 物业管理信息系统 had when its people were read last. One query, by ranges of the
     * index: {@code ':'} is the character behind {@code '9'}. The set is the caller's own.
     */
    private Set<String> takenWithNumbers(Collection<String> usernames) {
        if (usernames.isEmpty()) {
            return new HashSet<>();
        }
        return new HashSet<>(jdbc.sql(
                        "SELECT o.username FROM unnest(:names) AS wanted (name)"
                                + " JOIN operator o ON o.username ~>=~ wanted.name AND o.username ~<~ (wanted.name || ':')"
                                + " UNION ALL SELECT d.username FROM unnest(:names) AS wanted (name)"
                                + " JOIN directory_name d ON d.username ~>=~ wanted.name AND d.username ~<~ (wanted.name || ':')")
                .param("names", usernames.toArray(String[]::new))
                .query(String.class)
                .list());
    }
}
