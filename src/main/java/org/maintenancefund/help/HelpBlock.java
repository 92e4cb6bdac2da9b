package org.maintenancefund.help;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a topic: text, or a picture.
 *
 * @param html    the text; empty for a picture
 * @param picture null for a text
 */
public record HelpBlock(String html, @Nullable HelpPicture picture) {}
