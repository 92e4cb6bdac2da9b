-- Counts the full sessions of an account: with one session per account the latest is the one that lives, also of two that
-- begin at the same moment.
ALTER TABLE operator ADD COLUMN session_number integer NOT NULL DEFAULT 0;
