package org.maintenancefund.account.username;

import java.util.List;

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
