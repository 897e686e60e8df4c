-- Who may log in.
create table account (
    username      text primary key,
    password_hash text not null,
    role          text not null check (role in ('VIEWER', 'ANALYST', 'OPERATOR'))
);

-- Bearer tokens that were given out, by their SHA-256.
create table session_token (
    token_hash text        primary key,
    username   text        not null references account on delete cascade,
    expires_at timestamptz not null
);

create index session_token_expires_at on session_token (expires_at);
