package org.maintenancefund.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.maintenancefund.embedded.ConditionalOnEmbeddedDefault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What README's walk wants in hand, written beside the demo's data: the bank's next statement, and a household's 户号 and 查询码. */
@Component
@ConditionalOnEmbeddedDefault
class DemoFiles implements DemoStep {

    private static final Logger log = LoggerFactory.getLogger(DemoFiles.class);

    private final DemoWalk walk;
    private final Path folder;

    DemoFiles(DemoWalk walk, @Value("${app.embedded.folder:data}") Path folder) {
        this.walk = walk;
        this.folder = folder;
    }

    @Override
    public int order() {
        return 99;
    }

    @Override
    public void load() {
        Path statement = folder.resolve("demo-bank-statement.csv");
        Path household = folder.resolve("demo-household.txt");
        try {
            Files.write(statement, walk.statement());
            Files.writeString(household, walk.household());
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
        log.info("演示用的银行流水和一户的查询码 / a bank statement and a household's code: {}, {}", statement, household);
    }
}
