package org.maintenancefund.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.StringUtils;

/**
 * The words of pages and sentences, which stand in {@code messages/}, a file per module. Asked without a bean, because
 * enums, records and the columns of exports speak too, and because the system speaks Chinese only. Spring asks the same
 * {@link #source}.
 */
public final class Messages {

    private static final Map<String, String> WORDS = new ConcurrentHashMap<>();
    private static final Map<String, MessageFormat> SENTENCES = new ConcurrentHashMap<>();

    /** What a key stands for is found once: to look for it is to ask file after file, and a page has a hundred keys. */
    private static final ResourceBundleMessageSource SOURCE = new ResourceBundleMessageSource() {

        @Override
        protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
            return WORDS.computeIfAbsent(code, key -> super.resolveCodeWithoutArguments(key, locale));
        }

        @Override
        protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
            return SENTENCES.computeIfAbsent(code, key -> super.resolveCode(key, locale));
        }

        /** Figures stand in sentences as they are, without commas: {@code {0}} is enough for them. */
        @Override
        protected Object[] resolveArguments(Object @Nullable [] args, @Nullable Locale locale) {
            return Arrays.stream(super.resolveArguments(args, locale))
                    .map(String::valueOf)
                    .toArray();
        }
    };

    private static final Map<Enum<?>, String> LABELS = new ConcurrentHashMap<>();

    static {
        SOURCE.setBasenames(files());
        SOURCE.setDefaultEncoding(StandardCharsets.UTF_8.name());
        SOURCE.setFallbackToSystemLocale(false);
        SOURCE.setBundleClassLoader(Messages.class.getClassLoader());
    }

    private Messages() {}

    /** Whatever lies there: a module brings its own. */
    private static String[] files() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver(Messages.class.getClassLoader())
                            .getResources("classpath*:messages/*.properties"))
                    .map(file -> "messages/" + StringUtils.stripFilenameExtension(String.valueOf(file.getFilename())))
                    .toArray(String[]::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same words for Spring: {@code #{…}} in templates, errors of forms. */
    public static MessageSource source() {
        return SOURCE;
    }

    /** The sentence of a reason. */
    public static String of(Reason reason) {
        return of(reason.code(), reason.args().toArray());
    }

    /**
     * The words under a key.
     *
     * @param args fill the places of the sentence
     * @throws org.springframework.context.NoSuchMessageException where no messages file has it
     */
    public static String of(String key, @Nullable Object... args) {
        return SOURCE.getMessage(key, args, Locale.SIMPLIFIED_CHINESE);
    }

    /** The words under a key; null where no messages file has it. */
    public static @Nullable String find(String key, @Nullable Object... args) {
        return SOURCE.getMessage(key, args, null, Locale.SIMPLIFIED_CHINESE);
    }

    /** Several words under one key, with commas between them: the headings of a table. */
    public static List<String> list(String key) {
        return List.of(of(key).split(","));
    }

    static String label(Enum<?> constant) {
        return LABELS.computeIfAbsent(constant, one -> of(key(one)));
    }

    /** {@code ReviewStatus.PENDING}, {@code RefreshRun.State.DONE}. */
    static String key(Enum<?> constant) {
        String type = constant.getDeclaringClass().getName();
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.') + "." + constant.name();
    }
}
