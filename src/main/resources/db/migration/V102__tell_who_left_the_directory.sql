-- Whom the directory disabled it may bring back; whom we disabled it may not.
ALTER TABLE operator ADD COLUMN directory_gone_at timestamptz;
ALTER TABLE operator ADD CONSTRAINT ck_operator_directory_gone CHECK (
    directory_gone_at IS NULL OR (password_source = 'DIRECTORY' AND state = 'DISABLED'));
