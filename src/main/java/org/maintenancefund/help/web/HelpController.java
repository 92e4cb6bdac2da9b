package org.maintenancefund.help.web;

import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.Page;
import org.maintenancefund.help.HelpChapter;
import org.maintenancefund.help.HelpSearch;
import org.maintenancefund.help.HelpTopic;
import org.maintenancefund.help.HelpTopics;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.search.SearchText;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.SameForVisitors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 使用帮助: the list with its search, each topic under an address of its own, and all of them as 操作手册 to print. */
@Controller
@RequestMapping(HelpTopic.PATH)
@RequiredArgsConstructor
class HelpController {

    private final HelpTopics topics;
    private final HelpSearch search;

    /** A topic in a list. */
    record Link(String name, String path, String title, String summary) {

        static Link of(HelpTopic topic) {
            return new Link(topic.name(), topic.path(), topic.title(), topic.summary());
        }
    }

    /** A chapter with what stands in it. */
    record Chapter(HelpChapter chapter, List<Link> topics) {

        static Chapter of(Map.Entry<HelpChapter, List<HelpTopic>> entry) {
            return new Chapter(
                    entry.getKey(), entry.getValue().stream().map(Link::of).toList());
        }
    }

    @GetMapping
    @SameForVisitors
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        String typed = ChineseText.clean(q).strip();
        model.addAttribute("title", Page.HELP.label());
        model.addAttribute("q", typed);
        model.addAttribute("found", typed.isEmpty() ? null : search.find(SearchText.of(typed)));
        model.addAttribute("chapters", chapters());
        return "help/list";
    }

    @GetMapping("/manual")
    @SameForVisitors
    String manual(Model model) {
        model.addAttribute("title", Messages.of("help.manual"));
        model.addAttribute("chapters", chapters());
        model.addAttribute("topics", topics.byChapter());
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("help.manual"))));
        return "help/manual";
    }

    @GetMapping("/{name}")
    String topic(@PathVariable String name, Model model) {
        HelpTopic topic = topics.named(name);
        model.addAttribute("topic", topic);
        model.addAttribute(
                "others",
                topics.all().stream()
                        .filter(other -> other.chapter() == topic.chapter())
                        .map(Link::of)
                        .toList());
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(topic.title())));
        return "help/topic";
    }

    private List<Chapter> chapters() {
        return topics.byChapter().entrySet().stream().map(Chapter::of).toList();
    }
}
