package org.violator.lower;

import org.violator.lower.demo.BadCity;

/** Would fail in the packaged jar, where no demo is. */
public class BadVisitor {

    BadCity city() {
        return new BadCity();
    }
}
