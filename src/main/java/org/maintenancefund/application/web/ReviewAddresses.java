package org.maintenancefund.application.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Where the queues stand, each kind's under the menu entry that {@link org.maintenancefund.application.ApplicationKind#reviews}
 * names; an application's review stands below, under its number.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RequestMapping({
    "/committees/reviews",
    "/committees/changes/reviews",
    "/associations/reviews",
    "/enterprises/reviews",
    "/areas/applications/reviews"
})
@interface ReviewAddresses {}
