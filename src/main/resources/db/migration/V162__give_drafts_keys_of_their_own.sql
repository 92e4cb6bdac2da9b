-- Several drafts of an owner stand beside each other, each under its key. A draft that revises an application knows which
-- round was returned, so that it can't overwrite a later one.
DROP INDEX uq_application_draft_open;
DROP INDEX ix_application_draft_owner;
ALTER TABLE application_draft ADD COLUMN round integer;
ALTER TABLE application_draft ADD CONSTRAINT ck_application_draft_round CHECK ((number IS NULL) = (round IS NULL) AND round >= 1);
CREATE INDEX ix_application_draft_owner ON application_draft (owner, kind, changed_at) WHERE submitted_number IS NULL;
CREATE INDEX ix_application_draft_revises ON application_draft (number) WHERE number IS NOT NULL;
CREATE INDEX ix_application_draft_submitted ON application_draft (submitted_number) WHERE submitted_number IS NOT NULL;

-- Who entered a round, for each round; the application knows that of the current one.
ALTER TABLE application_round ADD COLUMN entered_by uuid;
COMMENT ON COLUMN application.entered_by IS 'who entered the current round under an account; decides none of it';
