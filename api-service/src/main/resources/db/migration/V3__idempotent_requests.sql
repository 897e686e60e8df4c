-- What was answered to a request with an Idempotency-Key; no status while it is being worked on.
create table idempotent_request (
    username     text        not null,
    key          text        not null,
    begun_at     timestamptz not null,
    request_hash text,
    status       smallint,
    content_type text,
    location     text,
    body         text,
    primary key (username, key)
);

create index idempotent_request_begun_at on idempotent_request (begun_at);
