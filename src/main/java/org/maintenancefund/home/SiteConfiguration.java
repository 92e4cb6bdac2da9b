package org.maintenancefund.home;

import org.maintenancefund.web.SiteInfo;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the layouts whose system this is. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {

    @Bean
    SiteInfo siteInfo() {
        return new SiteInfo(
                "云州市住房和城乡建设局",
                "云州市物业专项维修资金管理中心",
                "市管理中心归集使用科",
                "0000-88006600",
                "工作日 9:00–12:00，14:00–17:30");
    }
}
