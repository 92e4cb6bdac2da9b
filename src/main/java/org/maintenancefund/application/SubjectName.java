package org.maintenancefund.application;

/**
 * How a list shows what an application is about.
 *
 * @param name   the name as it is today
 * @param detail a second line, such as the street
 */
public record SubjectName(String name, String detail) {}
