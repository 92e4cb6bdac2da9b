-- Where the role maintenance_fund_application exists: whoever belongs to it may work with everything, and with the audit trail
-- and the books only by adding to them and reading them. The owner, who runs the migrations, keeps the rest: switching triggers off, changing
-- the structure. Runs after every migration, so that no new table is forgotten.
DO $$
DECLARE
    part regclass;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'maintenance_fund_application')
        OR NOT EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('audit_entry') AND pg_has_role(relowner, 'USAGE')) THEN
        RETURN;
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO maintenance_fund_application', current_schema());
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO maintenance_fund_application',
        current_schema());
    EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO maintenance_fund_application', current_schema());
    REVOKE UPDATE, DELETE ON audit_entry, audit_seal FROM maintenance_fund_application;
    -- Rows go through the table, never through one of its months.
    FOR part IN SELECT inhrelid FROM pg_inherits WHERE inhparent = 'audit_entry'::regclass LOOP
        EXECUTE format('REVOKE ALL ON %s FROM maintenance_fund_application', part);
    END LOOP;
    -- So are the books; balances are written by their trigger.
    REVOKE UPDATE, DELETE ON ledger_entry, ledger_posting, ledger_entry_area FROM maintenance_fund_application;
    REVOKE INSERT, UPDATE, DELETE ON household_balance FROM maintenance_fund_application;
    REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM maintenance_fund_application;
END $$;
