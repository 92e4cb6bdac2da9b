package org.maintenancefund.help;

/**
 * A picture of a screen.
 *
 * @param path   its address under {@code static/}
 * @param alt    what is to be seen on it, in words
 * @param width  in pixels
 * @param height in pixels
 */
public record HelpPicture(String path, String alt, int width, int height) {}
