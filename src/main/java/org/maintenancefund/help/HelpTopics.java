package org.maintenancefund.help;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.web.PageHelp;

/** All topics, read and drawn once when the application starts: no page of the help asks the database. */
public final class HelpTopics implements PageHelp {

    private static final Comparator<HelpTopic> ORDER = Comparator.comparing(HelpTopic::chapter)
            .thenComparing(HelpTopic::order)
            .thenComparing(HelpTopic::name);

    private final List<HelpTopic> all;

    public HelpTopics(List<HelpTopic> topics) {
        all = topics.stream().sorted(ORDER).toList();
    }

    /** In the order of the manual. */
    public List<HelpTopic> all() {
        return all;
    }

    public Map<HelpChapter, List<HelpTopic>> byChapter() {
        return all.stream().collect(Collectors.groupingBy(HelpTopic::chapter, TreeMap::new, Collectors.toList()));
    }

    /**
     * The topic of that name.
     *
     * @throws NotFound where there is none
     */
    public HelpTopic named(String name) {
        return all.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("help topic " + name));
    }

    /** The first one that explains the very screen to a role, else the first one that explains its page. */
    @Override
    public Optional<String> addressFor(Page page, String path, @Nullable Role role) {
        return first(topic -> topic.helpsAt(path, role)).or(() -> first(topic -> topic.helpsOn(page, role)));
    }

    private Optional<String> first(Predicate<HelpTopic> helps) {
        return all.stream().filter(helps).findFirst().map(HelpTopic::path);
    }
}
