package org.maintenancefund.account.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.domain.Passwords;
import org.maintenancefund.account.username.NameReader;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Reason;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What a password may be (NIST SP 800-63B, 3.1.1.2): long enough, none that others try first, nothing that stands on the
 * slip. No rule about kinds of characters, and every character is taken as typed.
 */
@Component
public class PasswordRules {

    /** Fewest characters for people of companies and committees. */
    private static final int MIN = 8;

    /** Fewest characters for staff. */
    private static final int MIN_STAFF = 12;

    /** Most characters. */
    public static final int MAX = 64;

    /** The list that zxcvbn (Wheeler 2016) ranks by how often leaked data has them; com.nulab-inc:zxcvbn, MIT. */
    private static final String FOUND_MOST_OFTEN = "com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt";

    private static final String OURS = "passwords/common.txt";

    /** User names that are shorter stand in too many words by chance: wuy in wuyeguanli. */
    private static final int SHORTEST_USERNAME = 5;

    /** Names that are spelled shorter stand in too many words by chance. */
    private static final int SHORTEST_SPELLED = 4;

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

    private final NameReader names = new NameReader();
    private final Set<String> common = commonPasswords();

    /** Fewest characters for people with that role. */
    public static int min(Role role) {
        return role.isStaff() ? MIN_STAFF : MIN;
    }

    /** Why this can't be the person's password; empty where it can. */
    public Optional<Reason> refusal(String password, CurrentUser user, String mobile) {
        if (password.isEmpty()) {
            return Optional.of(Reason.of("account.password.new.missing"));
        }
        int length = ChineseText.length(password);
        int min = min(user.role());
        if (length < min) {
            return Optional.of(Reason.of("account.password.too-short", min, length));
        }
        if (length > MAX) {
            return Optional.of(Reason.of("account.password.too-long", MAX));
        }
        if (password.indexOf('\u0000') >= 0) {
            return Optional.of(Reason.of("account.password.control"));
        }
        String folded = fold(password);
        String username = fold(user.username());
        if (username.length() >= SHORTEST_USERNAME && folded.contains(username)) {
            return Optional.of(Reason.of("account.password.username"));
        }
        if (folded.contains(mobile)
                || folded.contains(fold(user.personName()))
                || isSpelled(user.personName(), folded)) {
            return Optional.of(Reason.of("account.password.person"));
        }
        if (folded.contains(fold(user.organisationName()))) {
            return Optional.of(Reason.of("account.password.organisation"));
        }
        if (folded.equals(Passwords.INITIAL) || common.contains(folded) || isMonotonous(folded)) {
            return Optional.of(Reason.of("account.password.common"));
        }
        return Optional.empty();
    }

    /** True where it looks like another one: full width, spaces at the ends, marks that a copied text brings along. */
    static boolean looksLikeAnother(String password) {
        return !ChineseText.nfkc(ChineseText.clean(password)).equals(password);
    }

    /** wangjianguo, Wang Jian-Guo: the name as anybody would spell it. */
    private boolean isSpelled(String personName, String folded) {
        String letters = NO_LETTERS.matcher(folded).replaceAll("");
        return names.spelled(personName).stream()
                .anyMatch(name -> name.length() >= SHORTEST_SPELLED && letters.contains(name));
    }

    /** One character over and over, or a run such as 12345678 or abcdefgh. */
    private static boolean isMonotonous(String text) {
        boolean same = true;
        boolean up = true;
        boolean down = true;
        for (int i = 1; i < text.length(); i++) {
            int step = text.charAt(i) - text.charAt(i - 1);
            same &= step == 0;
            up &= step == 1;
            down &= step == -1;
        }
        return same || up || down;
    }

    private static String fold(String text) {
        return ChineseText.nfkc(text).toLowerCase(Locale.ROOT);
    }

    /** Those of the library, some thirty thousand that were found most often, and ours, that people here think of first. */
    private static Set<String> commonPasswords() {
        Set<String> all = new HashSet<>();
        for (String list : List.of(FOUND_MOST_OFTEN, OURS)) {
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new ClassPathResource(list).getInputStream(), StandardCharsets.UTF_8))) {
                lines.lines()
                        .filter(line -> line.length() >= MIN && !line.startsWith("#"))
                        .map(PasswordRules::fold)
                        .forEach(all::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return Set.copyOf(all);
    }

    /** How many are known: those that are long enough to be one. */
    int known() {
        return common.size();
    }
}
