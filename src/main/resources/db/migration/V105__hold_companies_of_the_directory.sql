-- A qualified company comes from the city's directory, which knows neither who represents it nor where it is registered, and
-- not always its district: its first person chooses that. A company that registers here still says all of it.
ALTER TABLE enterprise ALTER COLUMN district_id DROP NOT NULL;
ALTER TABLE enterprise ALTER COLUMN legal_representative DROP NOT NULL;
ALTER TABLE enterprise DROP CONSTRAINT ck_enterprise_addresses;
ALTER TABLE enterprise ADD CONSTRAINT ck_enterprise_addresses CHECK (
    char_length(registered_address) <= 200 AND char_length(office_address) <= 200);
ALTER TABLE enterprise ADD CONSTRAINT ck_enterprise_registered CHECK (
    qualification = 'QUALIFIED'
    OR (district_id IS NOT NULL AND legal_representative IS NOT NULL AND registered_address <> ''));
