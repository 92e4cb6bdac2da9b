package org.maintenancefund.web;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;

/** Makes of a name that a browser sent one that is safe to show and to save under. */
public final class Filenames {

    /** As the columns allow; a longer name is cut, no file is refused for its name. */
    private static final int MAX_LENGTH = 120;

    private static final String NAMELESS = Messages.of("web.filename.none");
    private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    /** Controls, invisible and direction characters, halves of pairs, and what file systems or shells take for more. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"|?*%;]");

    private Filenames() {}

    /** Without path and unsafe characters, not too long; for reasons that name the file. */
    public static String clean(@Nullable String sent) {
        String name = PATH.matcher(sent == null ? "" : sent).replaceFirst("");
        name = UNSAFE.matcher(name).replaceAll("_");
        name = ChineseText.clean(name.replaceAll("^\\.+", ""));
        return name.isEmpty() ? NAMELESS : shortened(name, MAX_LENGTH);
    }

    /** The same with the extension of what the file is, so that it opens where it is saved. */
    public static String clean(@Nullable String sent, String extension) {
        String name = clean(sent);
        int dot = name.lastIndexOf('.');
        String suffix = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (sameExtension(extension).contains(suffix)) {
            String stem = name.substring(0, dot);
            return shortened(stem.isBlank() ? NAMELESS : stem, MAX_LENGTH - suffix.length() - 1) + "." + suffix;
        }
        return shortened(name, MAX_LENGTH - extension.length() - 1) + "." + extension;
    }

    private static Set<String> sameExtension(String extension) {
        return extension.equals("jpg") ? Set.of("jpg", "jpeg") : Set.of(extension);
    }

    private static String shortened(String name, int max) {
        return ChineseText.length(name) <= max ? name : name.substring(0, name.offsetByCodePoints(0, max));
    }
}
