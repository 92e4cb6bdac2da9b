-- The people whom an organisation named for user names, whatever its kind, so that they can be created later too.
CREATE TABLE proposed_operator (
    organisation_id uuid    NOT NULL,
    position        integer NOT NULL,
    name            text    NOT NULL,
    mobile          text    NOT NULL,
    CONSTRAINT pk_proposed_operator PRIMARY KEY (organisation_id, position),
    CONSTRAINT fk_proposed_operator_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE,
    CONSTRAINT ck_proposed_operator_name CHECK (char_length(name) BETWEEN 1 AND 60),
    CONSTRAINT ck_proposed_operator_mobile CHECK (mobile ~ '^1[3-9][0-9]{9}$')
);
INSERT INTO proposed_operator (organisation_id, position, name, mobile)
    SELECT committee_id, position, name, mobile FROM committee_proposed_operator
    UNION ALL SELECT enterprise_id, position, name, mobile FROM enterprise_proposed_operator;

DROP TABLE committee_proposed_operator;
DROP TABLE enterprise_proposed_operator;
DROP VIEW organisation_card;
DROP VIEW organisation_people;
DROP TABLE suspended_organisation;
