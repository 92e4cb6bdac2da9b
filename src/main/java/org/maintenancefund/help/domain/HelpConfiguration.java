package org.maintenancefund.help.domain;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.maintenancefund.help.HelpTopic;
import org.maintenancefund.help.HelpTopics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads the topics; one that is not written as it should be keeps the application from starting. */
@Configuration(proxyBeanMethods = false)
class HelpConfiguration {

    @Bean
    HelpTopics helpTopics(ServletContext application) throws IOException {
        List<HelpTopic> topics = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:help/*.md")) {
            topics.add(new HelpFile(file, application.getContextPath()).topic());
        }
        return new HelpTopics(topics);
    }
}
