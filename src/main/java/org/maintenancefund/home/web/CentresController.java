package org.maintenancefund.home.web;

import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.Page;
import org.maintenancefund.city.Districts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 区中心联系方式: whom to call and where to go. */
@Controller
@RequiredArgsConstructor
class CentresController {

    private final Districts districts;

    @GetMapping("/centres")
    String centres(Model model) {
        model.addAttribute("title", Page.CENTRES.label());
        model.addAttribute("centres", districts.all());
        return "home/centres";
    }
}
