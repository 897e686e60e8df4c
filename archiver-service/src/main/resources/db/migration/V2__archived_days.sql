-- Where each day stands that was ever sealed. Rows and bytes are those of its file; energy is in 0.1 Wh.
create table archived_day (
    day            date        primary key,
    state          text        not null check (state in ('SEALED', 'EXPORTED', 'VERIFIED', 'DROPPED')),
    revision       integer     not null default 0,
    file           text,
    rows           bigint,
    day_rows       bigint,
    clients        bigint,
    energy         bigint,
    bytes          bigint,
    sha256         text,
    -- What the day took in PostgreSQL, tables and indexes.
    postgres_bytes bigint      not null,
    sealed_at      timestamptz not null,
    exported_at    timestamptz,
    verified_at    timestamptz,
    dropped_at     timestamptz,
    -- When all of the file was last read, and what was wrong with it then.
    checked_at     timestamptz,
    damage         text
);

-- Client-days whose archived values changed and which the consumer has not been told yet.
create table changed_day (
    client_id text not null,
    day       date not null,
    primary key (client_id, day)
);

-- Rows that were loaded back: one partition a restore, so that its end frees the room at once.
create table restored_daily (
    restore_id bigint     not null,
    client_id  text       not null,
    day        date       not null,
    minutes    smallint   not null,
    energy     integer[]  not null,
    rank       bigint[]   not null,
    primary key (restore_id, client_id, day, minutes)
) partition by list (restore_id);

create index operation_kind on operation (kind, started_at);

-- LOADING until all rows are there; then they are attached to restored_daily.
alter table restore add column state text not null default 'READY' check (state in ('LOADING', 'READY', 'RELEASED'));
