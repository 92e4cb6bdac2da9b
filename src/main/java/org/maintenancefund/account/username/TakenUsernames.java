package org.maintenancefund.account.username;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which user names were ever given: those of disabled people count for good, and so do those the 物业管理信息系统 had when its
 * people were read last.
 */
@Repository
class TakenUsernames {

    private final JdbcClient jdbc;

    TakenUsernames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Of these user names, and of these with a number behind, the ones that are taken. One query, by ranges of the
     * index: {@code ':'} is the character behind {@code '9'}. The set is the caller's own.
     */
    Set<String> amongst(Collection<String> usernames) {
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
