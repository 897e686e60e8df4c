# The archive's part of the bench: files beside PostgreSQL's bytes, and the time that archiving and restoring take.
# Wants: bench.sh.
# shellcheck shell=bash

measure_archive() {
    local before slots dump='' csv='' run verified restored one cold warm peak=0 memory archiver archive=$CONSUMO_HOME/archive files
    measure "$1" "$2"
    before=$(table_bytes)
    slots=$(sum_of_slots consumption.daily_consumption)
    if command -v pg_dump >/dev/null && command -v psql >/dev/null; then
        say 'Dumping the same rows as pg_dump -Fc and as gzipped CSV'
        dump=$(due_partitions | pg_dump_bytes)
        csv=$(as_consumer psql -qAtc "\\copy (select client_id, day, minutes, s - 1, e, r from daily_consumption,
            unnest(energy, rank) with ordinality as slots (e, r, s) where day < current_date - 30 and e is not null
            order by day, client_id, minutes, s) to stdout with csv" | gzip | wc -c)
    fi
    say 'Archiving'
    (run_command archiver io.consumo.archiver.cli.ArchiverCommand --json) >"$HOME_DIR/run.json" &
    archiver=$!
    while kill -0 "$archiver" 2>/dev/null; do
        memory=$(megabytes_of archiver)
        [ "${memory:-0}" -le "$peak" ] || peak=$memory
        sleep 0.2
    done
    wait "$archiver" || fail "The archiver could not do it: $(cat "$HOME_DIR/run.json")"
    run=$(cat "$HOME_DIR/run.json")
    verified=$( (run_command archiver io.consumo.archiver.cli.ArchiverCommand --verify --json))
    say 'Asking a fresh archiver for a client'
    stop_parts archiver
    bench_start archiver
    cold=$(time_in_place "$2")
    warm=$(time_in_place "$2")
    restored=$( (run_command archiver io.consumo.archiver.cli.RestorerCommand \
        --from "$(day_before "$2")" --to "$(day_before 31)" --json))
    [ "$(sum_of_slots archive.restored_daily)" = "$slots" ] || fail 'What was restored is not what was archived.'
    one=$( (run_command archiver io.consumo.archiver.cli.RestorerCommand \
        --from "$(day_before "$2")" --to "$(day_before 31)" --client C-000042 --json))
    files=$(find "$archive/readings" -name '*.parquet' -exec cat {} + | wc -c)
    printf '%s days archived in %s, the archiver held at most %d MB\n' \
        "$(field "done" <<<"$run")" "$(seconds_of "$run")" "$peak"
    printf 'read back in %s; restored in %s%s; one client in %s\n' \
        "$(seconds_of "$verified")" "$(seconds_of "$restored")" "${slots:+, every slot equal}" "$(seconds_of "$one")"
    printf 'one client queried in place, of a fresh archiver in %s, again in %s\n' "$cold" "$warm"
    tell_bytes "$(field bytes <<<"$run")" "$files" "$dump" "$csv"
    if [ -n "$before" ]; then
        printf 'PostgreSQL, all days with indexes: %d MB before, %d MB after\n' \
            $((before / 1000000)) $(($(table_bytes) / 1000000))
    fi
}

as_consumer() {
    PGPASSWORD=${CONSUMO_POSTGRES_PASSWORD:-consumo} PGHOST=127.0.0.1 PGPORT=$CONSUMO_POSTGRES_PORT \
        PGUSER=consumo_consumer PGDATABASE=consumo "$@"
}

as_archiver() { as_consumer env PGUSER=consumo_archiver "$@"; }

# sum_of_slots TABLE: one number for what all slots of the due days hold, in whatever order the rows lie.
sum_of_slots() {
    ! command -v psql >/dev/null || as_archiver psql -qAtc "select count(*), sum(('x' || left(md5(client_id || '|' || day
        || '|' || minutes || energy::text || rank::text), 15))::bit(60)::bigint) from $1 where day < current_date - 30"
}

table_bytes() {
    ! command -v psql >/dev/null || as_consumer psql -qAtc "select sum(pg_total_relation_size(inhrelid)) from pg_inherits
        where inhparent = 'daily_consumption'::regclass"
}

due_partitions() {
    as_consumer psql -qAtc "select inhrelid::regclass from pg_inherits where inhparent = 'daily_consumption'::regclass
        and right(inhrelid::regclass::text, 8)::date < current_date - 30"
}

pg_dump_bytes() {
    local partition tables=()
    while read -r partition; do tables+=(-t "consumption.$partition"); done
    as_consumer pg_dump -Fc "${tables[@]}" | wc -c
}

# One client's archived days, asked of the service as the API does.
time_in_place() {
    local begun found
    begun=$(now_in_tenths)
    found=$(http_get "$PROBE_HOST" "$(port_of archiver)" \
        "/internal/history?client=C-000042&from=$(day_before "$1")&to=$(day_before 31)" \
        "X-Consumo-Secret: $CONSUMO_INTERNAL_SECRET" | grep -o '"source":"archive"' | wc -l)
    awk -v tenths=$(($(now_in_tenths) - begun)) -v days="$found" 'BEGIN { printf "%.1f s (%d days)", tenths / 10, days }'
}

# GNU's date and BSD's.
day_before() { date -d "-$1 days" +%F 2>/dev/null || date -v "-$1d" +%F; }

# How long an operation took, of its JSON.
seconds_of() {
    awk -v json="$1" 'BEGIN {
        split("startedAt finishedAt", names, " ")
        for (i = 1; i <= 2; i++) {
            at = json; sub(".*\"" names[i] "\":\"[^T]*T", "", at); sub("Z\".*", "", at)
            split(at, t, ":"); seconds[i] = t[1] * 3600 + t[2] * 60 + t[3]
        }
        took = seconds[2] - seconds[1]; if (took < 0) took += 86400
        printf "%.1f s", took }'
}

# tell_bytes POSTGRES FILES DUMP CSV: the last two may be empty.
tell_bytes() {
    awk -v all="$1" -v files="$2" -v dump="$3" -v csv="$4" 'BEGIN {
        printf "the archived rows in PostgreSQL  %9.1f MB  100.0 %%\n", all / 1e6
        printf "  in the archive (Parquet, zstd) %9.1f MB  %5.1f %%\n", files / 1e6, 100 * files / all
        if (dump == "") { print "  (pg_dump and CSV: install the PostgreSQL client programs to compare)"; exit }
        printf "  pg_dump -Fc                    %9.1f MB  %5.1f %%\n", dump / 1e6, 100 * dump / all
        printf "  CSV, gzip                      %9.1f MB  %5.1f %%\n", csv / 1e6, 100 * csv / all }'
}
