-- What the archiver does to the consumer's tables. It may read them; all it changes goes through these functions, which
-- run with the rights of their owner.

-- Rows of archived days that a case holds: read beside live ones, and kept until 90 days after the case was closed.
create table held_daily (
    client_id text        not null,
    day       date        not null,
    minutes   smallint    not null,
    energy    integer[]   not null,
    rank      bigint[]    not null,
    held_at   timestamptz not null default clock_timestamp(),
    primary key (client_id, day, minutes)
);

-- A late reading of a sealed day needs no partition: it is filed, not stored.
create or replace function ensure_partition(wanted date) returns void language plpgsql as $$
declare
    name text := 'daily_consumption_' || to_char(wanted, 'YYYYMMDD');
begin
    if exists (select from pg_class where relname = name and relnamespace = 'consumption'::regnamespace)
       or exists (select from consumption.day_state where day = wanted and sealed_at is not null) then
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

-- The partition of a day, null where there is none.
create function partition_of(wanted date) returns regclass language sql stable set search_path = consumption, pg_temp as $$
    select c.oid::regclass
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'consumption.daily_consumption'::regclass
      and c.relname = 'daily_consumption_' || to_char(wanted, 'YYYYMMDD')
$$;

-- How many slots a local day has.
create function slots_of(wanted date, length integer) returns integer language sql stable
    set search_path = consumption, pg_temp as $$
    select (extract(epoch from (wanted + 1)::timestamp at time zone zone - wanted::timestamp at time zone zone)
            / (60 * length))::integer
    from installation
$$;

-- The readings filed for a sealed day, up to the given one, as rows: of each slot the greatest of (rank, energy).
create function late_rows(wanted date, last_id bigint)
    returns table (client_id text, minutes smallint, energy integer[], rank bigint[]) language sql stable
    set search_path = consumption, pg_temp as $$
    with best as materialized (
        select distinct on (l.client_id, l.minutes, l.slot) l.client_id, l.minutes, l.slot, l.energy, l.rank
        from late_reading l
        where l.day = wanted and l.id <= last_id
        order by l.client_id, l.minutes, l.slot, l.rank desc, l.energy desc
    )
    select r.client_id, r.minutes, array_agg(b.energy order by s.slot), array_agg(b.rank order by s.slot)
    from (select distinct best.client_id, best.minutes from best) r
    cross join lateral generate_series(0, slots_of(wanted, r.minutes) - 1) s (slot)
    left join best b on b.client_id = r.client_id and b.minutes = r.minutes and b.slot = s.slot
    group by r.client_id, r.minutes
$$;

-- Seals a day: from now on its readings are filed as late. Waits for the batches that write to it. Refuses, and returns
-- false, while months and cases have not followed, since they are worked out of the rows.
create function seal_day(wanted date) returns boolean language plpgsql security definer
    set search_path = consumption, pg_temp set lock_timeout = '30s' as $$
begin
    perform from day_state where day = wanted for update;
    if exists (select from dirty_mark where day = wanted) then
        return false;
    end if;
    insert into day_state (day, sealed_at) values (wanted, clock_timestamp())
    on conflict (day) do update set sealed_at = coalesce(day_state.sealed_at, excluded.sealed_at);
    return true;
end
$$;

-- Undoes a seal: what was filed meanwhile goes into the rows, and months and cases follow it.
create function unseal_day(wanted date) returns void language plpgsql security definer
    set search_path = consumption, pg_temp set lock_timeout = '30s' as $$
declare
    last_id bigint;
begin
    if partition_of(wanted) is null then
        raise exception 'day % has no rows any more, it stays sealed', wanted;
    end if;
    perform from day_state where day = wanted for update;
    select coalesce(max(id), 0) into last_id from late_reading where day = wanted;
    insert into daily_consumption as d (client_id, day, minutes, energy, rank)
    select client_id, wanted, minutes, energy, rank from late_rows(wanted, last_id)
    on conflict (client_id, day, minutes) do update set
        (energy, rank) = (select m.energy, m.rank from merge_slots(d.energy, d.rank, excluded.energy, excluded.rank) m),
        updated_at = clock_timestamp()
    where takes_slots(d.rank, d.energy, excluded.rank, excluded.energy);
    insert into dirty_mark (client_id, day)
    select distinct client_id, wanted from late_reading where day = wanted;
    delete from late_reading where day = wanted;
    update day_state set sealed_at = null where day = wanted;
end
$$;

-- Drops the rows of a sealed day, when they are what the verified file holds; those of the given clients are held.
-- Readers and writers never wait longer than the given time, nor is it waited for them; then it fails with 55P03, and
-- is to be tried again. Returns whether there was anything to drop.
create function drop_day(wanted date, slots bigint, energy_sum numeric, held text[], patience_ms integer)
    returns boolean language plpgsql security definer set search_path = consumption, pg_temp as $$
declare
    partition regclass := partition_of(wanted);
    found_slots bigint;
    found_sum numeric;
begin
    -- Held until the end, so that nobody unseals the day meanwhile.
    perform from day_state where day = wanted for update;
    if not exists (select from day_state where day = wanted and sealed_at is not null) then
        raise exception 'day % is not sealed', wanted;
    end if;
    if partition is null then
        return false;
    end if;
    execute format('select count(*), coalesce(sum(e), 0) from %s, unnest(energy) e where e is not null', partition)
    into found_slots, found_sum;
    if (found_slots, found_sum) is distinct from (slots, energy_sum) then
        raise exception 'day % has % slots and % x 0.1 Wh in PostgreSQL, but % and % in its file: nothing is dropped',
            wanted, found_slots, found_sum, slots, energy_sum;
    end if;
    execute format(
        'insert into held_daily (client_id, day, minutes, energy, rank)'
        ' select client_id, day, minutes, energy, rank from %s where client_id = any ($1) on conflict do nothing',
        partition) using held;
    perform set_config('lock_timeout', patience_ms || 'ms', true);
    execute format('alter table daily_consumption detach partition %s', partition);
    execute format('drop table %s', partition);
    return true;
end
$$;

-- The newest reading filed for a day. Batches that are filing hold the day, so all up to it are to be seen afterwards.
create function last_late(wanted date) returns bigint language plpgsql security definer
    set search_path = consumption, pg_temp set lock_timeout = '30s' as $$
begin
    perform from day_state where day = wanted for update;
    return (select coalesce(max(id), 0) from late_reading where day = wanted);
end
$$;

-- Ends the waiting of late readings which the day's file holds now; held rows take them too. Returns how many.
create function clear_late(wanted date, last_id bigint) returns bigint language plpgsql security definer
    set search_path = consumption, pg_temp as $$
declare
    cleared bigint;
begin
    update held_daily h
    set (energy, rank) = (select m.energy, m.rank from merge_slots(h.energy, h.rank, l.energy, l.rank) m)
    from late_rows(wanted, last_id) l
    where h.client_id = l.client_id and h.day = wanted and h.minutes = l.minutes;
    delete from late_reading where day = wanted and id <= last_id;
    get diagnostics cleared = row_count;
    return cleared;
end
$$;

-- Removes held rows of all clients but those that are held still. Returns how many.
create function release_held(still_held text[]) returns bigint language plpgsql security definer
    set search_path = consumption, pg_temp as $$
declare
    released bigint;
begin
    delete from held_daily where client_id <> all (still_held);
    get diagnostics released = row_count;
    return released;
end
$$;

-- Removes all that is stored of a client. Returns how many rows.
create function erase_client(erased text) returns bigint language plpgsql security definer
    set search_path = consumption, pg_temp as $$
declare
    total bigint := 0;
    part bigint;
begin
    -- In the order of a follower, and waiting for it: what it has read it may still write to months and cases.
    delete from dirty_mark where client_id = erased;
    perform pg_advisory_xact_lock(hashtextextended(erased, 0));
    delete from daily_consumption where client_id = erased;
    get diagnostics total = row_count;
    delete from held_daily where client_id = erased;
    get diagnostics part = row_count;
    total := total + part;
    delete from late_reading where client_id = erased;
    get diagnostics part = row_count;
    delete from dirty_mark where client_id = erased;
    return total + part;
end
$$;

revoke execute on function seal_day, unseal_day, drop_day, last_late, clear_late, release_held, erase_client from public;
grant execute on function seal_day, unseal_day, drop_day, last_late, clear_late, release_held, erase_client
    to consumo_archiver;
