package org.maintenancefund.web.layout;

import org.maintenancefund.kernel.Times;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Gives every template, those of error pages too, the objects {@code layout}, {@code inputs}, {@code icons} and {@code times}.
 * Variables
 * and not {@code @beans}, because Thymeleaf forbids those in addresses and in parameters of fragments.
 */
@Configuration(proxyBeanMethods = false)
class TemplateVariables {

    @Autowired
    void addTo(ThymeleafViewResolver views, Layout layout, Inputs inputs, Icons icons) {
        views.addStaticVariable("layout", layout);
        views.addStaticVariable("inputs", inputs);
        views.addStaticVariable("icons", icons);
        views.addStaticVariable("times", Times.INSTANCE);
    }
}
