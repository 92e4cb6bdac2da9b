package org.maintenancefund.application.web;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.domain.ApplicationDefinitions;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Puts the wizard's pages at the addresses that the kinds of application define. */
@Component
class WizardAddresses implements SmartInitializingSingleton {

    private final ApplicationDefinitions definitions;
    private final ApplicationFormStep form;
    private final ApplicationCheckStep check;
    private final RequestMappingHandlerMapping mapping;

    WizardAddresses(
            ApplicationDefinitions definitions,
            ApplicationFormStep form,
            ApplicationCheckStep check,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.definitions = definitions;
        this.form = form;
        this.check = check;
        this.mapping = mapping;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (ApplicationDefinition<?, ?> definition : definitions.all()) {
            if (!definition.hasOwnSteps()) {
                register(definition.formAddresses(), RequestMethod.GET, form, "form");
                register(definition.formAddresses(), RequestMethod.POST, form, "fill");
            }
            register(definition.checkAddresses(), RequestMethod.GET, check, "check");
            register(definition.checkAddresses(), RequestMethod.POST, check, "submit");
        }
    }

    private void register(List<String> addresses, RequestMethod method, Object step, String handler) {
        RequestMappingInfo info = RequestMappingInfo.paths(addresses.toArray(String[]::new))
                .methods(method)
                .options(mapping.getBuilderConfiguration())
                .build();
        mapping.registerMapping(info, step, handler(step.getClass(), handler));
    }

    /** The handler of that name: the one that Spring calls, not those it calls itself. */
    private static Method handler(Class<?> step, String name) {
        return Arrays.stream(step.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                .findFirst()
                .orElseThrow();
    }
}
