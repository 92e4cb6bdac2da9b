package org.maintenancefund.attachment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.maintenancefund.attachment.AttachmentId;
import org.maintenancefund.attachment.AttachmentProperties;
import org.maintenancefund.attachment.AttachmentReferences;
import org.maintenancefund.attachment.Attachments;
import org.maintenancefund.attachment.SampleFiles;
import org.maintenancefund.attachment.StoredAttachment;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@Transactional
class UnusedAttachmentsTest {

    @Autowired
    Attachments attachments;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TravellingClock clock;

    @Autowired
    AttachmentProperties properties;

    @Autowired
    TransactionTemplate transactions;

    private final Instant now = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void whatNoModuleRefersToIsRemovedAfterAWhile() {
        StoredAttachment ofADraft = storedAt(now.minus(Duration.ofHours(47)));
        StoredAttachment ofAnApplication = storedAt(now.minus(Duration.ofDays(400)));
        StoredAttachment ofAnotherModule = storedAt(now.minus(Duration.ofDays(300)));
        StoredAttachment lapsed = storedAt(now.minus(Duration.ofHours(49)));

        remove(knows(ofAnApplication.id()), knows(ofAnotherModule.id()));

        assertThat(left(ofADraft, ofAnApplication, ofAnotherModule, lapsed))
                .containsExactly(ofADraft, ofAnApplication, ofAnotherModule);
        assertThat(jdbc.sql("SELECT count(*) FROM attachment_content WHERE attachment_id = ?")
                        .param(lapsed.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void everyOneIsReachedHoweverManyThereAre() {
        List<StoredAttachment> many = new ArrayList<>();
        for (int i = 0; i < 1100; i++) {
            many.add(storedAt(now.minus(Duration.ofDays(3)).plusSeconds(i / 100)));
        }
        StoredAttachment used = many.get(700);

        remove(knows(used.id()));

        assertThat(left(many.toArray(StoredAttachment[]::new))).containsExactly(used);
    }

    @Test
    void withoutAModuleToAskNothingIsRemoved() {
        StoredAttachment old = storedAt(now.minus(Duration.ofDays(400)));
        assertThat(remove()).isZero();
        assertThat(left(old)).containsExactly(old);
    }

    private int remove(AttachmentReferences... modules) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (int i = 0; i < modules.length; i++) {
            beans.addBean("module" + i, modules[i]);
        }
        UnusedAttachments unused = new UnusedAttachments(
                jdbc, beans.getBeanProvider(AttachmentReferences.class), properties, clock, transactions);
        return clock.at(now, unused::remove);
    }

    private static AttachmentReferences knows(AttachmentId id) {
        return candidates -> candidates.stream().filter(id::equals).collect(Collectors.toUnmodifiableSet());
    }

    private StoredAttachment storedAt(Instant time) {
        return clock.at(time, () -> {
            try {
                return attachments.store(attachments
                        .open("扫描.pdf", new ByteArrayInputStream(SampleFiles.pdf()))
                        .value());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private List<StoredAttachment> left(StoredAttachment... all) {
        return attachments.describe(Arrays.stream(all).map(StoredAttachment::id).toList());
    }
}
