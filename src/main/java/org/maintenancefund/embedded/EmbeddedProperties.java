package org.maintenancefund.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The embedded default.
 *
 * @param enabled whether an embedded server may be started at all where no database is configured
 * @param folder  where its programs and data are kept, relative to the folder the application is started in
 */
@ConfigurationProperties("app.embedded")
record EmbeddedProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("data") Path folder) {}
