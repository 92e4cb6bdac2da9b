package org.violator.lower;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Leaves the stream of rows open. */
class BadReader {

    long numbers(JdbcClient jdbc) {
        return jdbc.sql("SELECT 1").query(Integer.class).stream().count();
    }
}
