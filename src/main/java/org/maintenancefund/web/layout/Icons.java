package org.maintenancefund.web.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.webjars.WebJarVersionLocator;

/**
 * Single icons of the Bootstrap Icons webjar as inline SVG. Inline, so that they take the colour of the text, print, and
 * need neither a request nor a copy of the icons in this project.
 */
@Component
class Icons {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,50}");
    private static final Pattern SVG = Pattern.compile("<svg[^>]*>(.*)</svg>", Pattern.DOTALL);

    private final String folder;
    private final Map<String, String> read = new ConcurrentHashMap<>();

    Icons() {
        String version = new WebJarVersionLocator().version("bootstrap-icons");
        folder = "META-INF/resources/webjars/bootstrap-icons/" + version + "/icons/";
    }

    /**
     * The icon as an element that assistive technology leaves out: words stand beside it.
     *
     * @param name file name without its ending
     * @throws IllegalArgumentException where the webjar has no such icon
     */
    public String svg(String name) {
        return read.computeIfAbsent(name, this::read);
    }

    private String read(String name) {
        ClassPathResource file = new ClassPathResource(folder + name + ".svg");
        if (!NAME.matcher(name).matches() || !file.exists()) {
            throw new IllegalArgumentException("Bootstrap Icons has no icon '" + name + "'");
        }
        try {
            Matcher svg = SVG.matcher(file.getContentAsString(StandardCharsets.UTF_8));
            if (!svg.find()) {
                throw new IllegalStateException("The icon '" + name + "' is no SVG");
            }
            return "<svg class=\"icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\" focusable=\"false\">"
                    + svg.group(1).strip() + "</svg>";
        } catch (IOException e) {
            throw new UncheckedIOException("The icon '" + name + "' could not be read", e);
        }
    }
}
