#!/bin/sh
# Runs once, when the database's volume is new: the owner, who runs the migrations, and the application's own role, which
# works with what is there and can neither change the audit trail nor switch off what protects it (db/migration/afterMigrate.sql).
set -eu
psql -v ON_ERROR_STOP=1 -v owner_password="$OWNER_PASSWORD" -v password="$APPLICATION_PASSWORD" --username postgres <<'SQL'
CREATE ROLE maintenance_fund_application NOLOGIN;
CREATE ROLE maintenance_fund_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE maintenance_fund LOGIN PASSWORD :'password' IN ROLE maintenance_fund_application;
CREATE DATABASE maintenance_fund OWNER maintenance_fund_owner;
SQL
