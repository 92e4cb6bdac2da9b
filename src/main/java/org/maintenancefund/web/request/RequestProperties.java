package org.maintenancefund.web.request;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a request may cost before anybody knows who sends it ({@code app.request.*}).
 *
 * @param perAddress  requests of one address served at the same time; an office behind one address stays far below it
 * @param maxForm     size of a form without files, whoever sends it
 * @param maxStranger size of a form with files of someone not signed in
 * @param maxAddress  characters of an address with its query
 * @param databaseWait how long a request waits for an answer of the database; exports, imports and jobs wait longer
 * @param bodyGrace   in this time the body of a small form has to be there
 * @param bodyPace    a larger body has a second more for each so many bytes
 */
@ConfigurationProperties("app.request")
public record RequestProperties(
        @DefaultValue("64") int perAddress,
        @DefaultValue("2MB") DataSize maxForm,
        @DefaultValue("60MB") DataSize maxStranger,
        @DefaultValue("4096") int maxAddress,
        @DefaultValue("4s") Duration databaseWait,
        @DefaultValue("20s") Duration bodyGrace,
        @DefaultValue("8KB") DataSize bodyPace) {}
