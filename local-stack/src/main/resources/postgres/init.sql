-- One role and one schema for each service that owns tables. Run as superuser in database `consumo`; may be run again.
-- The roles' password is the setting consumo.password (PGOPTIONS='-c consumo.password=...'), by default `consumo`.
do $$
declare
    secret text := coalesce(nullif(current_setting('consumo.password', true), ''), 'consumo');
    service text;
begin
    foreach service in array array['consumo_producer', 'consumo_consumer', 'consumo_api', 'consumo_archiver'] loop
        if not exists (select from pg_roles where rolname = service) then
            execute format('create role %I login', service);
        end if;
        execute format('alter role %I password %L', service, secret);
    end loop;
end
$$;

create schema if not exists consumption authorization consumo_consumer;
create schema if not exists api authorization consumo_api;
create schema if not exists archive authorization consumo_archiver;

alter role consumo_consumer set search_path = consumption;
alter role consumo_api set search_path = api;
alter role consumo_archiver set search_path = archive;

-- The consumer's tables, also those that its migrations make later, can be read by the others.
grant usage on schema consumption to consumo_producer, consumo_api, consumo_archiver;
grant select on all tables in schema consumption to consumo_producer, consumo_api, consumo_archiver;
alter default privileges for role consumo_consumer in schema consumption
    grant select on tables to consumo_producer, consumo_api, consumo_archiver;
