-- How many people with an account in use an organisation has: what the account module tells the others.
CREATE VIEW organisation_people AS
    SELECT org_type, org_id, count(*) AS people FROM operator WHERE state <> 'DISABLED' GROUP BY org_type, org_id;
