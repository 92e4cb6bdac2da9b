package org.maintenancefund;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** 物业专项维修资金信息管理系统: one application, one city. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MaintenanceFundApplication {

    public static void main(String[] args) {
        SpringApplication.run(MaintenanceFundApplication.class, args);
    }
}
