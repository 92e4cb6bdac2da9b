package org.maintenancefund.enterprise.registration;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.SortKey;
import org.maintenancefund.kernel.search.NameWriting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Companies whose names differ only in what all names have: 云州江滨物业管理有限公司 and 云州市江滨物业服务有限公司. Both those on
 * record and those whose registration is under way.
 */
@Component
@RequiredArgsConstructor
class NearCompanies {

    private static final List<String> COMMON =
            List.of("有限责任公司", "股份有限公司", "有限公司", "分公司", "公司", "物业管理", "物业服务", "城市服务", "生活服务", "物业", "管理", "服务");
    /** Where a name stops telling one company from the next one, it is compared with none. */
    private static final int SHORTEST_CORE = 2;

    /** So many are named; where there are more, one more is answered. */
    static final int MOST = 5;

    private final JdbcClient jdbc;

    /** Their names; a few, in order. */
    List<String> of(@Nullable ApplicationNumber number, EnterpriseDetails details) {
        String core = core(details.company().name());
        if (ChineseText.length(core) < SHORTEST_CORE) {
            return List.of();
        }
        // The end of the core stands in every spelling, also where 市 stands in the middle of it.
        String end = core.substring(core.offsetByCodePoints(core.length(), -SHORTEST_CORE));
        return jdbc
                .sql("SELECT name FROM enterprise WHERE strpos(name_key, :end) > 0 AND credit_code <> :code"
                        + " UNION SELECT title FROM submitted_application WHERE kind = :kind"
                        + " AND status = 'PENDING' AND number <> :number AND subject_id <> :subject"
                        + " AND strpos(search_key, :written) > 0")
                .param("kind", EnterpriseRegistrationDefinition.KIND.code())
                .param("end", end)
                .param("written", NameWriting.of(end))
                .param("code", details.code().value())
                .param("number", number == null ? "" : number.value())
                .param("subject", details.subject())
                .query(String.class)
                .list()
                .stream()
                .filter(name -> core(name).equals(core))
                .sorted(SortKey.ORDER)
                .limit(MOST + 1)
                .toList();
    }

    private static String core(String name) {
        String core = ChineseText.fold(name).replaceAll("[(（].*?[)）]", "").replaceFirst("^(.{2,3}?)市", "$1");
        for (String word : COMMON) {
            core = core.replace(word, "");
        }
        return core;
    }
}
