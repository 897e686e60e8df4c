-- What the installation was first started with. One row.
create table installation (
    one        boolean     primary key default true check (one),
    zone       text        not null,
    created_at timestamptz not null default now()
);

-- One row for each client, local day and interval length. A slot is an element of both arrays (1-based; NULL where
-- nothing was received): energy in 0.1 Wh, rank the precedence of the value that it holds.
create table daily_consumption (
    client_id  text        not null,
    day        date        not null,
    minutes    smallint    not null check (minutes in (15, 30, 60)),
    energy     integer[]   not null,
    rank       bigint[]    not null,
    -- Arrival of the newest change.
    updated_at timestamptz not null default clock_timestamp(),
    primary key (client_id, day, minutes)
) partition by range (day);

-- Makes the partition of a day. Building it aside and attaching it takes no lock that readers or writers wait for. It
-- is looked for by a query: to_regclass may answer from a cache that an advisory lock does not renew.
create function ensure_partition(wanted date) returns void language plpgsql as $$
declare
    name text := 'daily_consumption_' || to_char(wanted, 'YYYYMMDD');
begin
    if exists (select from pg_class where relname = name and relnamespace = 'consumption'::regnamespace) then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('consumption.ensure_partition'));
    if exists (select from pg_class where relname = name and relnamespace = 'consumption'::regnamespace) then
        return;
    end if;
    execute format(
        'create table consumption.%I (like consumption.daily_consumption including defaults including constraints,'
        ' primary key (client_id, day, minutes), check (day >= %L and day < %L)) with (fillfactor = 70)',
        name, wanted, wanted + 1);
    execute format(
        'alter table consumption.daily_consumption attach partition consumption.%I for values from (%L) to (%L)',
        name, wanted, wanted + 1);
end
$$;

-- The slots that result when new values meet the old ones: for each slot the greater of (rank, energy).
create function merge_slots(
    old_energy integer[], old_rank bigint[], new_energy integer[], new_rank bigint[],
    out energy integer[], out rank bigint[]) language plpgsql immutable as $$
begin
    energy := old_energy;
    rank := old_rank;
    for slot in 1 .. array_length(new_energy, 1) loop
        if new_rank[slot] is not null
           and (old_rank[slot] is null or (new_rank[slot], new_energy[slot]) > (old_rank[slot], old_energy[slot])) then
            energy[slot] := new_energy[slot];
            rank[slot] := new_rank[slot];
        end if;
    end loop;
end
$$;

-- Whether any new value takes precedence. A duplicate does not, so it leaves the row as it is, its age included.
create function takes_slots(old_rank bigint[], old_energy integer[], new_rank bigint[], new_energy integer[])
    returns boolean language plpgsql immutable as $$
begin
    for slot in 1 .. array_length(new_rank, 1) loop
        if new_rank[slot] is not null
           and (old_rank[slot] is null or (new_rank[slot], new_energy[slot]) > (old_rank[slot], old_energy[slot])) then
            return true;
        end if;
    end loop;
    return false;
end
$$;

-- Whether a day still takes readings. A batch holds a share lock on the rows of its days until it commits, so a day is
-- sealed only between batches, and whoever seals it has seen all that was written before.
create table day_state (
    day       date primary key,
    sealed_at timestamptz
);

-- Readings that came after their day was sealed; the archiver files them.
create table late_reading (
    id         bigint generated always as identity primary key,
    client_id  text        not null,
    day        date        not null,
    minutes    smallint    not null,
    slot       smallint    not null,
    energy     integer     not null,
    rank       bigint      not null,
    arrived_at timestamptz not null default clock_timestamp()
);

create index late_reading_day on late_reading (day);

-- Client-days that changed and whose months and cases have not followed yet. Only ever inserted and deleted, so that
-- writers never wait for a follower.
create table dirty_mark (
    id        bigint generated always as identity primary key,
    client_id text        not null,
    day       date        not null,
    marked_at timestamptz not null default clock_timestamp()
);

-- A follower takes all marks of a client at once.
create index dirty_mark_client on dirty_mark (client_id);

-- Fences off a follower that was overtaken: months and cases carry the revision of the run that wrote them.
create sequence follow_revision;

-- What has arrived over each partition of the topic.
create table ingest_progress (
    topic_partition smallint    primary key,
    readings        bigint      not null,
    last_reading_at timestamptz not null
);
