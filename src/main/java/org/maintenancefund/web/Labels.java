package org.maintenancefund.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where the labels of a form's fields stand in the messages: this key and the field's name. Of a list, {@code .row} behind it
 * names its rows by their number from 1, or {@code .0}, {@code .1} one of them.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Labels {

    /** Beginning of the keys: {@code committee.field.} */
    String value();
}
