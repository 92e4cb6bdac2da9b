package org.maintenancefund.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * At a handler whose page, asked for without parameters by somebody not signed in, is the same for everybody: it is drawn once
 * and kept for some seconds ({@code app.pages.kept}), and only the form's token is put in. Nothing on it may depend on a
 * cookie, a session or a draft, but for 大字版.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SameForVisitors {}
