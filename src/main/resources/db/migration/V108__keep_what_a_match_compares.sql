-- What the directory said when the match was found or last seen to have changed, and what was registered here when it was
-- decided: confirming renames the record.
ALTER TABLE enterprise_match
    ADD COLUMN directory_district text NOT NULL DEFAULT '',
    ADD COLUMN mobile             text,
    ADD COLUMN registered_name    text,
    ADD CONSTRAINT ck_enterprise_match_directory_lengths CHECK (
        char_length(directory_district) <= 100 AND char_length(mobile) <= 20 AND char_length(registered_name) <= 200);
CREATE INDEX ix_enterprise_match_state ON enterprise_match (state, found_at, id);
