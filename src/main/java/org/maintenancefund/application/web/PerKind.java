package org.maintenancefund.application.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.application.ApplicationKind;
import org.springframework.stereotype.Component;

/**
 * A controller that stands once for each kind of application, under addresses of the kind; {@link ApplicationAddresses} puts
 * it there. On a handler it names other addresses than those of its controller. No {@code @Controller}, which would stand at
 * one address for all.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Component
@interface PerKind {

    Address value();

    /** Addresses that a kind has. */
    @RequiredArgsConstructor
    enum Address {
        FORM(kind -> kind.formView().isPresent() ? kind.formAddresses() : List.of()),
        CHECK(ApplicationKind::checkAddresses),
        REVIEWS(kind -> List.of(kind.reviewPath())),
        OWN(kind -> kind.ownPath().stream().toList());

        private final Function<ApplicationKind, List<String>> addresses;

        List<String> of(ApplicationKind kind) {
            return addresses.apply(kind);
        }
    }
}
