package org.maintenancefund.web.layout;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;

/**
 * Reads what most expressions of the templates are, a way through our own types like {@code row.status.label()}, without the
 * Spring Expression Language, which works each out anew and took half of a page's time. Everything else, and whatever is
 * unusual on the way (null, a foreign type), is left to it, so that an expression never means two things.
 */
@RequiredArgsConstructor
final class PlainPaths implements IStandardVariableExpressionEvaluator {

    private static final Pattern PATH = Pattern.compile("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*(\\(\\))?)*");

    /** What a request brings has its own rules. */
    private static final Set<String> RESERVED =
            Set.of("param", "session", "application", "request", "response", "true", "false", "null", "execInfo");

    private static final String OURS = "org.maintenancefund.";
    private static final int MOST_PATHS = 20_000;

    private final IStandardVariableExpressionEvaluator language;
    private final Map<String, Optional<List<String>>> paths = new ConcurrentHashMap<>();
    private final Map<Step, Optional<MethodHandle>> steps = new ConcurrentHashMap<>();

    private record Step(Class<?> type, String name) {}

    @Override
    public @Nullable Object evaluate(
            IExpressionContext context,
            IStandardVariableExpression expression,
            StandardExpressionExecutionContext execution) {
        List<String> path = path(expression.getExpression());
        if (path == null
                || execution.getPerformTypeConversion()
                || execution.getForbidUnsafeExpressionResults()
                || isOfSelection(context, expression)
                || !context.containsVariable(path.get(0))) {
            return language.evaluate(context, expression, execution);
        }
        Object value = context.getVariable(path.get(0));
        for (int i = 1; i < path.size(); i++) {
            String name = path.get(i);
            if (value instanceof Collection<?> some && (name.equals("empty") || name.equals("isEmpty()"))) {
                value = some.isEmpty();
                continue;
            }
            Optional<MethodHandle> step = value == null ? Optional.empty() : step(value.getClass(), name);
            if (value == null || step.isEmpty()) {
                return language.evaluate(context, expression, execution);
            }
            value = read(step.get(), value, expression);
        }
        return value;
    }

    private @Nullable List<String> path(String expression) {
        Optional<List<String>> known = paths.get(expression);
        if (known == null) {
            known = PATH.matcher(expression).matches()
                    ? Optional.of(List.of(expression.split("\\."))).filter(path -> !RESERVED.contains(path.get(0)))
                    : Optional.empty();
            if (paths.size() < MOST_PATHS) {
                paths.put(expression, known);
            }
        }
        return known.orElse(null);
    }

    private static boolean isOfSelection(IExpressionContext context, IStandardVariableExpression expression) {
        return expression.getUseSelectionAsRoot()
                && context instanceof ITemplateContext template
                && template.hasSelectionTarget();
    }

    private Optional<MethodHandle> step(Class<?> type, String name) {
        return steps.computeIfAbsent(new Step(type, name), PlainPaths::find);
    }

    /** As the language looks for it: a method by its name, a property as getX, isX or the component of a record. */
    private static Optional<MethodHandle> find(Step step) {
        if (!step.type().getName().startsWith(OURS)) {
            return Optional.empty();
        }
        String name = step.name();
        Stream<String> names = name.endsWith("()")
                ? Stream.of(name.substring(0, name.length() - 2))
                : Stream.of("get" + StringUtils.capitalize(name), "is" + StringUtils.capitalize(name), name);
        return names.flatMap(wanted -> Arrays.stream(step.type().getMethods())
                        .filter(method -> method.getName().equals(wanted)
                                && method.getParameterCount() == 0
                                && method.getReturnType() != void.class
                                && (!wanted.startsWith("is") || name.equals(wanted + "()") || isTruth(method))
                                && !Modifier.isStatic(method.getModifiers())
                                && !method.isBridge()))
                .findFirst()
                .map(PlainPaths::handle);
    }

    private static boolean isTruth(Method method) {
        return method.getReturnType() == boolean.class || method.getReturnType() == Boolean.class;
    }

    private static MethodHandle handle(Method method) {
        try {
            method.setAccessible(true);
            return MethodHandles.lookup().unreflect(method).asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Object read(MethodHandle step, Object of, IStandardVariableExpression expression) {
        try {
            return (Object) step.invokeExact(of);
        } catch (Error failed) {
            throw failed;
        } catch (Throwable failed) {
            throw new TemplateProcessingException("could not evaluate: " + expression.getExpression(), failed);
        }
    }
}
