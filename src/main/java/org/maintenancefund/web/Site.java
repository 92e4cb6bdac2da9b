package org.maintenancefund.web;

/** Tells whose system this is, as it is now. A module that knows the city provides the bean. */
@FunctionalInterface
public interface Site {

    SiteInfo info();
}
