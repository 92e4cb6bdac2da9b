-- Of two associations with the same company, one goes on over both periods when their areas are merged; the other ends.
ALTER TABLE association DROP CONSTRAINT ck_association_end_reason;
ALTER TABLE association ADD CONSTRAINT ck_association_end_reason
    CHECK (end_reason IN ('REPLACED', 'TERMINATED', 'MERGED'));
