package org.maintenancefund;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** 物业专项维修资金信息管理系统: one application, one city. */
// Sign-in is our own; the starter would invent a user and print its password.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class MaintenanceFundApplication {

    public static void main(String[] args) {
        SpringApplication.run(MaintenanceFundApplication.class, args);
    }
}
