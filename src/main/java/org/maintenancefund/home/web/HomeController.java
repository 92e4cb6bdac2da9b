package org.maintenancefund.home.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page: where everybody starts. */
@Controller
class HomeController {

    @GetMapping("/")
    String home() {
        return "home/home";
    }
}
