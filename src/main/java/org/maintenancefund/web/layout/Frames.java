package org.maintenancefund.web.layout;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Parts of the frame that many pages share, drawn once for all they depend on and kept as text. */
@Component
class Frames {

    private final ITemplateEngine templates;
    private final Icons icons;
    private final Cache kept;

    Frames(ITemplateEngine templates, Icons icons, CacheManager caches) {
        this.templates = templates;
        this.icons = icons;
        this.kept = Objects.requireNonNull(caches.getCache(PageCaches.FRAMES));
    }

    private record Key(String template, String fragment, Map<String, Object> variables) {}

    /**
     * The fragment of a template, without a request: addresses come ready made.
     *
     * @param variables all that it shows; they tell whether it was drawn before
     */
    String draw(String template, String fragment, Map<String, Object> variables) {
        return Objects.requireNonNull(kept.get(
                new Key(template, fragment, variables),
                () -> templates.process(template, Set.of(fragment), context(variables))));
    }

    private Context context(Map<String, Object> variables) {
        Context context = new Context(Locale.SIMPLIFIED_CHINESE, variables);
        context.setVariable("icons", icons);
        return context;
    }
}
