-- The topic keeps readings for 14 days: what was sent before a client was erased must not come back by a replay, nor late.
create table erased_client (
    client_id text primary key,
    erased_at timestamptz not null
);

create or replace function erase_client(erased text) returns bigint language plpgsql security definer
    set search_path = consumption, pg_temp as $$
declare
    total bigint := 0;
    part bigint;
begin
    -- Batches read this table in their transactions: those under way end first, later ones find the client in it.
    lock table erased_client in access exclusive mode;
    insert into erased_client (client_id, erased_at) values (erased, clock_timestamp())
    on conflict (client_id) do update set erased_at = excluded.erased_at;
    delete from erased_client where erased_at < now() - interval '15 days';
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
