#!/bin/sh
# Writes application.aot beside the extracted jar: the class data that JDK 25 needs at every start.
# The application is started up to the point where it would serve, without asking any database.
#   warm-up.sh JAR
set -eu
cd "$(dirname "$1")"

SPRING_DATASOURCE_URL=jdbc:postgresql://localhost:1/none \
SPRING_FLYWAY_ENABLED=false \
SPRING_JPA_HIBERNATE_DDL_AUTO=none \
SPRING_JPA_DATABASE_PLATFORM=org.hibernate.dialect.PostgreSQLDialect \
SPRING_JPA_PROPERTIES_HIBERNATE_BOOT_ALLOW_JDBC_METADATA_ACCESS=false \
    "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:AOTCacheOutput=application.aot -Dspring.context.exit=onRefresh \
    -jar "$(basename "$1")"
