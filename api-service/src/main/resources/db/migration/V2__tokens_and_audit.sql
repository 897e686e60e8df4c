-- Tokens for other systems, by their SHA-256; shown once when they are made.
create table api_token (
    id           uuid        primary key,
    name         text        not null,
    token_hash   text        not null unique,
    role         text        not null check (role in ('VIEWER', 'ANALYST', 'OPERATOR')),
    created_by   text        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz
);

-- Who changed what, and who failed to log in.
create table audit_entry (
    id       bigint      generated always as identity primary key,
    at       timestamptz not null,
    username text        not null,
    method   text        not null,
    path     text        not null,
    status   smallint    not null,
    address  text        not null,
    millis   integer     not null
);

create index audit_entry_at on audit_entry (at);
