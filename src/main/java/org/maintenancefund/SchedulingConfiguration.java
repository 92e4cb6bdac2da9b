package org.maintenancefund;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Lets jobs run. Each is a bean of its own that asks for {@code app.jobs.enabled}, so that tests can do its work when they
 * want it done, and that an instance can be started without jobs.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SchedulingConfiguration {}
