-- Which companies stand in the city's directory, as it said last: whoever decides something in a transaction looks here and
-- never waits for the directory. Null: the company was gone when it was asked for.
ALTER TABLE directory_name ADD COLUMN credit_code text;
ALTER TABLE directory_name ADD CONSTRAINT ck_directory_name_credit_code CHECK (credit_code ~ '^[0-9A-Z]{18}$');
CREATE INDEX ix_directory_name_credit_code ON directory_name (credit_code);
