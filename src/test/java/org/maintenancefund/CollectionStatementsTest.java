package org.maintenancefund;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.CollectionPages.Look;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.billing.standard.AChargeStandard;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Statements;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitUse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often the pages of the collection ask the database, as {@link PageStatementsTest} counts it for all others: a list four times at
 * most and a record six times, whoever looks, and no more often where there are more rows.
 */
@IntegrationTest
@Transactional
class CollectionStatementsTest {

    private static final int LIST = 4;

    private static final int RECORD = 6;

    /** Districts and settings; who has changed some of them reads past the memory until the end of the transaction, as this test does. */
    private static final Pattern REMEMBERED = Pattern.compile("(?i)from (district_centre|setting)\\b");

    @Autowired
    World world;

    @Autowired
    AChargeStandard standards;

    @Autowired
    ApplicationContext context;

    @Autowired
    Pages pages;

    @Autowired
    EntityManager entities;

    private CollectionPages collection;

    @BeforeEach
    void anAreaThatIsCollected() {
        standards.ofCityWhereMissing(UnitUse.OFFICE, true, "0.25", YearMonth.from(world.today()));
        collection = new CollectionPages(world, context);
    }

    @Test
    void aPageAsksAHandfulOfTimesHoweverManyRowsThereAre() {
        Map<Look, List<String>> before = asked();
        assertThat(before)
                .allSatisfy((look, asked) -> assertThat(asked).as(look.path()).hasSizeLessThanOrEqualTo(look.most()));

        collection.grow();

        assertThat(sizes(asked())).isEqualTo(sizes(before));
    }

    private static Map<Look, Integer> sizes(Map<Look, List<String>> asked) {
        Map<Look, Integer> sizes = new LinkedHashMap<>();
        asked.forEach((look, statements) -> sizes.put(look, statements.size()));
        return sizes;
    }

    private Map<Look, List<String>> asked() {
        Map<CurrentUser, List<String>> frames = new HashMap<>();
        Map<Look, List<String>> asked = new LinkedHashMap<>();
        collection
                .all(LIST, RECORD)
                .forEach(look -> asked.put(look, own(look, frames.computeIfAbsent(look.by(), this::frame))));
        return asked;
    }

    /** What two pages that have nothing else in common both ask for. */
    private List<String> frame(CurrentUser by) {
        List<String> frame = new ArrayList<>(asked(by, "/account/password"));
        frame.retainAll(asked(by, "/messages"));
        return frame;
    }

    /** What the page asks for itself: without what all pages ask for, and what is remembered. */
    private List<String> own(Look look, List<String> frame) {
        List<String> own = new ArrayList<>(asked(look.by(), look.path()));
        frame.forEach(own::remove);
        own.removeIf(statement -> REMEMBERED.matcher(statement).find());
        return own;
    }

    /** The statements of the page once it has been opened; again where there are many, since counts of some seconds end between. */
    private List<String> asked(CurrentUser by, String path) {
        List<String> once = askedOnce(by, path);
        if (once.size() <= RECORD) {
            return once;
        }
        List<String> again = askedOnce(by, path);
        return once.size() <= again.size() ? once : again;
    }

    /** Nothing of the page is known from what the test did. */
    private List<String> askedOnce(CurrentUser by, String path) {
        entities.flush();
        entities.clear();
        pages.open(path, by);
        entities.clear();
        return Statements.of(() -> pages.open(path, by));
    }
}
