package org.maintenancefund.home;

import org.maintenancefund.access.OrgType;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.Settings;
import org.maintenancefund.web.Site;
import org.maintenancefund.web.SiteInfo;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the layouts whose system this is. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {

    @Bean
    Site site(Settings settings) {
        return () -> new SiteInfo(
                settings.text(Setting.BUREAU_NAME),
                settings.text(Setting.CENTRE_NAME),
                OrgType.MUNICIPAL_CENTRE.label() + settings.text(Setting.SECTION_NAME),
                settings.text(Setting.CENTRE_PHONE),
                settings.text(Setting.OFFICE_HOURS));
    }
}
