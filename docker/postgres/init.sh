#!/bin/bash
# Run once, on an empty volume: roles and schemas of the services, with their password from the environment.
# Connection options are split at spaces, so those in the password are escaped.
PGOPTIONS="-c consumo.password=$(printf '%s' "$CONSUMO_POSTGRES_PASSWORD" | sed 's/[\\ ]/\\&/g')" \
    psql -v ON_ERROR_STOP=1 --no-psqlrc --quiet -U "$POSTGRES_USER" -d "$POSTGRES_DB" -f /consumo/init.sql
