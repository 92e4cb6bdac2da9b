#!/bin/sh
# Writes application.aot beside the extracted jar: the class data that JDK 25 needs at every start.
# The application is started up to the point where it would serve, without asking any database.
#   warm-up.sh JAR
set -eu
options=$(cd "$(dirname "$0")" && pwd)/jvm.options
cd "$(dirname "$1")"

"${JAVA_HOME:+$JAVA_HOME/bin/}java" "@$options" -XX:AOTCacheOutput=application.aot -Xlog:aot=error \
    -Dspring.context.exit=onRefresh -Dlogging.level.root=error -Dlogging.level.com.github.kagkarlsson=off \
    -Dspring.datasource.url=jdbc:postgresql://localhost:1/none \
    -Dspring.flyway.enabled=false \
    -Dspring.jpa.hibernate.ddl-auto=none \
    -Dspring.jpa.database=postgresql \
    -Dspring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false \
    -jar "$(basename "$1")"
