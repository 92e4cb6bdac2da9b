package org.maintenancefund.help;

import java.util.List;

/**
 * What a search found.
 *
 * @param near true where none has all that was looked for and these are what may be meant
 */
public record HelpFound(List<HelpHit> hits, boolean near) {}
