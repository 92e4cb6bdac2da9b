-- People of the 物业管理信息系统 keep the user names they have there, which may begin with a digit or hold . _ @
ALTER TABLE operator DROP CONSTRAINT ck_operator_username;
ALTER TABLE operator ADD CONSTRAINT ck_operator_username CHECK (
    username ~ CASE password_source WHEN 'LOCAL' THEN '^[a-z][a-z0-9-]{1,39}$' ELSE '^[a-z0-9][a-z0-9._@-]{1,39}$' END);
ALTER TABLE operator ADD CONSTRAINT ck_operator_directory_role CHECK (
    password_source = 'LOCAL' OR role = 'ENTERPRISE_OPERATOR');
-- No secret of somebody of the directory is ever kept, whatever the state.
ALTER TABLE operator ADD CONSTRAINT ck_operator_directory_secrets CHECK (
    password_source = 'LOCAL' OR (password_hash IS NULL AND code_hash IS NULL));
CREATE INDEX ix_operator_directory ON operator (username) WHERE password_source = 'DIRECTORY';
