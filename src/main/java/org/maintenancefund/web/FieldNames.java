package org.maintenancefund.web;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;

/** What the fields of forms are called, and sentences that say which field they are about: a summary is read without the form. */
public final class FieldNames {

    private static final Pattern STEP = Pattern.compile("([^\\[]+)(?:\\[([0-9]{1,6})])?");
    private static final int SHORTEST_PART = 2;

    private FieldNames() {}

    /** The label of a field by its path, {@code operators[0].name}; empty where its form names none. */
    public static Optional<String> label(Class<?> form, String path) {
        StringBuilder label = new StringBuilder();
        Class<?> type = form;
        String[] steps = path.split("\\.");
        for (int i = 0; i < steps.length; i++) {
            Matcher step = STEP.matcher(steps[i]);
            Labels labels = labelsOf(type);
            if (labels == null || !step.matches()) {
                return Optional.empty();
            }
            boolean last = i == steps.length - 1;
            String key = labels.value() + step.group(1);
            String words = last ? Messages.find(key) : row(key, step.group(2));
            if (words == null) {
                return Optional.empty();
            }
            label.append(words);
            type = last ? type : elementOf(type, step.group(1));
        }
        return Optional.of(label.toString());
    }

    /** The parts of a form have its labels, unless they say others. */
    private static @Nullable Labels labelsOf(Class<?> type) {
        Labels own = type.getAnnotation(Labels.class);
        Class<?> outer = type.getEnclosingClass();
        return own != null || outer == null ? own : outer.getAnnotation(Labels.class);
    }

    private static @Nullable String row(String key, @Nullable String index) {
        if (index == null) {
            return "";
        }
        String named = Messages.find(key + "." + index);
        return named == null ? Messages.find(key + ".row", Integer.parseInt(index) + 1) : named;
    }

    private static Class<?> elementOf(Class<?> owner, String name) {
        @Nullable Field field = ReflectionUtils.findField(owner, name);
        ResolvableType type = field == null ? ResolvableType.NONE : ResolvableType.forField(field);
        return type.hasGenerics() ? type.getGeneric(0).toClass() : type.toClass();
    }

    /** The sentence with the field's name in it, as it stands in a summary. */
    public static String named(@Nullable String label, String sentence) {
        if (label == null || sentence.contains(bare(label))) {
            return sentence;
        }
        String name = bare(label);
        List<String> leads = Messages.list("web.field.leads");
        for (int cut = 1; cut <= name.length() - SHORTEST_PART; cut++) {
            // 手机号码应为 11 位 becomes 联系人手机号码应为 11 位.
            String end = name.substring(cut);
            int at = sentence.indexOf(end);
            if (at >= 0 && (at == 0 || leads.contains(sentence.substring(0, at)))) {
                return sentence.substring(0, at) + name + sentence.substring(at + end.length());
            }
        }
        String said = said(label, sentence);
        return said.contains(name) ? said : name + Messages.of("web.field.colon") + said;
    }

    /** The same beside the field itself: only sentences that have no subject of their own get one. */
    public static String said(@Nullable String label, String sentence) {
        if (label == null) {
            return sentence;
        }
        if (sentence.equals(Messages.of("kernel.text.required"))) {
            return Messages.of("web.field.required", bare(label));
        }
        boolean bare = Messages.list("web.field.without-subject").stream().anyMatch(sentence::startsWith);
        return bare ? bare(label) + sentence : sentence;
    }

    /** 住宅面积（㎡） is called 住宅面积. */
    private static String bare(String label) {
        int bracket = label.indexOf(Messages.of("web.field.bracket"));
        return bracket > 0 ? label.substring(0, bracket) : label;
    }
}
