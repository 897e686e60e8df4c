-- Every operation: who did what, when, and how it ended. Never deleted by the archiver.
create table operation (
    id          bigint      generated always as identity primary key,
    who         text        not null,
    kind        text        not null,
    parameters  jsonb       not null,
    started_at  timestamptz not null,
    -- Null while it runs, and for ever when the archiver was killed meanwhile.
    finished_at timestamptz,
    rows        bigint,
    bytes       bigint,
    result      text        check (result in ('DONE', 'FAILED')),
    error       text,
    check ((finished_at is null) = (result is null)),
    check ((error is not null) = (result is not distinct from 'FAILED'))
);

create index operation_started on operation (started_at);

-- Archived days that were loaded back to a side place until they expire or are released.
create table restore (
    id          bigint      generated always as identity primary key,
    from_day    date        not null,
    to_day      date        not null check (to_day >= from_day),
    -- Null for all clients.
    client_id   text,
    rows        bigint      not null,
    expires_at  timestamptz not null,
    created_by  text        not null,
    created_at  timestamptz not null,
    released_at timestamptz
);
