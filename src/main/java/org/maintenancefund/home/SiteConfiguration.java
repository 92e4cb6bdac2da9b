package org.maintenancefund.home;

import org.maintenancefund.city.CityProperties;
import org.maintenancefund.web.SiteInfo;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the layouts whose system this is. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {

    @Bean
    SiteInfo siteInfo(CityProperties city) {
        return new SiteInfo(
                city.bureauName(), city.centreName(), city.sectionLabel(), city.phone(), city.officeHours());
    }
}
