-- 物管企业注册: which application a company comes from, whether its code was accepted against the check, and the people it
-- named for user names.
ALTER TABLE enterprise ADD COLUMN registered_by text;
ALTER TABLE enterprise ADD COLUMN code_accepted boolean NOT NULL DEFAULT false;
ALTER TABLE enterprise ADD CONSTRAINT fk_enterprise_registration FOREIGN KEY (registered_by) REFERENCES application (number);
ALTER TABLE enterprise ADD CONSTRAINT uq_enterprise_registration UNIQUE (registered_by);

CREATE TABLE enterprise_proposed_operator (
    enterprise_id uuid    NOT NULL,
    position      integer NOT NULL,
    name          text    NOT NULL,
    mobile        text    NOT NULL,
    CONSTRAINT pk_enterprise_proposed_operator PRIMARY KEY (enterprise_id, position),
    CONSTRAINT fk_enterprise_proposed_operator_enterprise FOREIGN KEY (enterprise_id) REFERENCES enterprise (id) ON DELETE CASCADE,
    CONSTRAINT ck_enterprise_proposed_operator_lengths CHECK (
        char_length(name) BETWEEN 1 AND 60 AND mobile ~ '^1[3-9][0-9]{9}$')
);
