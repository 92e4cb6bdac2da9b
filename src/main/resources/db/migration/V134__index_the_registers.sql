-- 物业服务企业查询 and 小区管理处查询 over the whole city or a district, by name, in keyset pages.
CREATE INDEX ix_management_office_name_id ON management_office (name_key, id);
CREATE INDEX ix_management_office_district_name ON management_office (district_id, name_key, id);
CREATE INDEX ix_management_office_grams ON management_office USING gin (grams(search_key));
DROP INDEX ix_management_office_name;
-- The few that are disabled are found without reading the many that are not.
CREATE INDEX ix_enterprise_disabled ON enterprise (name_key, id) WHERE state = 'DISABLED';
CREATE INDEX ix_management_office_disabled ON management_office (name_key, id) WHERE state = 'DISABLED';
