package org.maintenancefund.help;

import java.util.List;
import org.maintenancefund.web.TextPart;

/**
 * A topic that was found.
 *
 * @param title its title, what was looked for marked
 * @param line  the sentence in which it stands, likewise
 */
public record HelpHit(String path, List<TextPart> title, List<TextPart> line) {}
