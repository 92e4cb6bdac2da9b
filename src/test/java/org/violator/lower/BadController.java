package org.violator.lower;

import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.violator.upper.Upper;

/** Breaks everything a controller can break. */
@Controller
@Transactional
public class BadController {

    private final BadRepository repository;
    private final Upper upper = new Upper();

    public BadController(BadRepository repository) {
        this.repository = repository;
    }

    public String now() {
        return Instant.now() + " " + repository + upper;
    }
}
