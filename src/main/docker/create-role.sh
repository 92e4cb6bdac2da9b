#!/bin/sh
# Runs once, when the database's volume is new: the application's own role, which owns its database and nothing else.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$APPLICATION_PASSWORD" --username postgres <<'SQL'
CREATE ROLE maintenance_fund LOGIN PASSWORD :'password';
CREATE DATABASE maintenance_fund OWNER maintenance_fund;
SQL
