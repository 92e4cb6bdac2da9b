package org.maintenancefund.web.layout;

import jakarta.servlet.ServletContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.maintenancefund.kernel.Figures;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.Phones;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Parts of pages that are drawn again and again with the same in them (the menu, the rows of a list), drawn once and kept as
 * text, as {@code parts} in templates. What such a part shows is given to it by name and is the key it is kept under: it knows
 * neither the request nor the model, so that it can't show to one person what was drawn for another.
 */
@Component
class Parts {

    private final String root;
    private final ITemplateEngine templates;
    private final Icons icons;
    private final Cache kept;

    Parts(ServletContext application, ITemplateEngine templates, Icons icons, CacheManager caches) {
        this.root = application.getContextPath();
        this.templates = templates;
        this.icons = icons;
        this.kept = Objects.requireNonNull(caches.getCache(PageCaches.PARTS));
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

    /**
     * The rows of a list, each drawn as the fragment {@code row} of the template.
     *
     * @param rows   records, equal where they show the same
     * @param shared names and values that the fragment needs beside its {@code row}
     */
    public String rows(String template, List<?> rows, Object... shared) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < shared.length; i += 2) {
            variables.put((String) shared[i], shared[i + 1]);
        }
        StringBuilder all = new StringBuilder();
        for (Object row : rows) {
            Map<String, Object> ofRow = new HashMap<>(variables);
            ofRow.put("row", row);
            all.append(draw(template, "row", ofRow));
        }
        return all.toString();
    }

    private Context context(Map<String, Object> variables) {
        Context context = new Context(Locale.SIMPLIFIED_CHINESE, variables);
        context.setVariable("root", root);
        context.setVariable("icons", icons);
        context.setVariable("times", Times.INSTANCE);
        context.setVariable("figures", Figures.INSTANCE);
        context.setVariable("phones", Phones.INSTANCE);
        return context;
    }
}
