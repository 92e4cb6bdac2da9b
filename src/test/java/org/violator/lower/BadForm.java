package org.violator.lower;

import org.maintenancefund.web.Text;
import org.springframework.web.bind.annotation.PostMapping;

/** Takes a form whose constraints nobody asks. */
public class BadForm {

    record Typed(@Text(max = 10) String name) {}

    @PostMapping("/bad-form")
    void send(Typed form) {}
}
