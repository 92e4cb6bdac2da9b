package org.maintenancefund.web.layout;

import jakarta.servlet.ServletContext;
import java.util.LinkedHashSet;
import java.util.Set;
import org.maintenancefund.kernel.Figures;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.Phones;
import org.maintenancefund.web.ScanLimit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.dialect.SpringStandardDialect;
import org.thymeleaf.spring6.expression.SPELVariableExpressionEvaluator;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;

/**
 * Gives every template, those of error pages too, the objects {@code root} (what addresses begin with), {@code layout},
 * {@code parts}, {@code inputs}, {@code icons}, {@code scans} (how large one may be), {@code times}, {@code figures} and
 * {@code phones}. They are variables and not {@code @beans}, because Thymeleaf forbids those in addresses and in parameters of
 * fragments.
 */
@Configuration(proxyBeanMethods = false)
class TemplateVariables {

    @Autowired
    void usePlainPaths(SpringTemplateEngine templates) {
        readPlainPaths(templates);
    }

    /** Before the first template is drawn. */
    static void readPlainPaths(SpringTemplateEngine templates) {
        Set<IDialect> dialects = new LinkedHashSet<>(templates.getDialects());
        dialects.removeIf(SpringStandardDialect.class::isInstance);
        dialects.add(new SpringStandardDialect() {

            private final IStandardVariableExpressionEvaluator paths =
                    new PlainPaths(SPELVariableExpressionEvaluator.INSTANCE);

            @Override
            public IStandardVariableExpressionEvaluator getVariableExpressionEvaluator() {
                return paths;
            }
        });
        templates.setDialects(dialects);
    }

    @Autowired
    void addTo(
            ThymeleafViewResolver views,
            ServletContext application,
            Layout layout,
            Parts parts,
            Inputs inputs,
            Icons icons,
            ScanLimit scans) {
        views.addStaticVariable("root", application.getContextPath());
        views.addStaticVariable("layout", layout);
        views.addStaticVariable("parts", parts);
        views.addStaticVariable("inputs", inputs);
        views.addStaticVariable("icons", icons);
        views.addStaticVariable("scans", scans);
        views.addStaticVariable("times", Times.INSTANCE);
        views.addStaticVariable("figures", Figures.INSTANCE);
        views.addStaticVariable("phones", Phones.INSTANCE);
    }
}
