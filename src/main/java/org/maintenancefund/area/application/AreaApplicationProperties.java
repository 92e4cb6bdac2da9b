package org.maintenancefund.area.application;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of 社区信息完善 ({@code app.area-application.*}).
 *
 * @param maxBuildings of one area
 */
@ConfigurationProperties("app.area-application")
record AreaApplicationProperties(@DefaultValue("500") int maxBuildings) {}
