package org.maintenancefund.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * Makes links of the telephone numbers in a text, which a telephone dials and in which no line breaks; as {@code phones} in
 * templates, for {@code th:utext}. A masked number is none, nor are digits within a longer number or code.
 */
public final class Phones {

    /** The one object that templates use. */
    public static final Phones INSTANCE = new Phones();

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w*-])"
            + "(?<number>1[3-9]\\d{9}|0\\d{2,3}-\\d{7,8}|[48]00\\d{7})(?:-(?<extension>\\d{1,6}))?(?![\\w*-])");

    private Phones() {}

    /** The text, escaped, with links in it; nothing for null. */
    public static String linked(@Nullable Object text) {
        String whole = text == null ? "" : text.toString();
        StringBuilder html = new StringBuilder();
        Matcher found = NUMBER.matcher(whole);
        int end = 0;
        while (found.find()) {
            html.append(HtmlUtils.htmlEscape(whole.substring(end, found.start())))
                    .append("<a class=\"phone\" href=\"tel:")
                    .append(found.group("number"))
                    // A telephone waits at the comma before it dials the extension.
                    .append(found.group("extension") == null ? "" : "," + found.group("extension"))
                    .append("\">")
                    .append(found.group())
                    .append("</a>");
            end = found.end();
        }
        return html.append(HtmlUtils.htmlEscape(whole.substring(end))).toString();
    }
}
