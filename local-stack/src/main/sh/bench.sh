# Measures the way from the topic to the stores, in an installation of its own that is deleted afterwards.
# Wants: installation.sh and parts.sh.
# shellcheck shell=bash

readonly BENCH_PARTS='kafka postgres mongodb consumer'
readonly BENCH_PATIENCE=900

bench_usage() {
    cat <<'END'
usage: ./start.sh bench [--clients N] [--days N]            default: 10000 clients, 30 days of hourly readings
       ./start.sh bench archive [--clients N] [--days N]    default: 10000 clients, 60 days
       ./start.sh bench dashboard [--clients N] [--days N]  default: 10000 clients, 30 days

Sends simulated readings, hour by hour for all clients, into empty stores while a consumer stores them, judges them by
all rules and adds up months. Prints readings a second, as measured in this one run, and each as a share of the rate
at which they were sent. The second one then has the archiver
archive what lies beyond the window, verify it, and restore it, and compares the files with PostgreSQL's bytes and, where
PostgreSQL's client programs are installed, with pg_dump -Fc and gzipped CSV of the same rows.
The third one starts all parts and measures the dashboard in a browser: until a page is there, until a reading is seen,
memory of a session. All have their own folder and ports, and need no running installation.
END
}

bench() {
    local clients=10000 days=30 parts=$BENCH_PARTS what=measure
    if [ "${1:-}" = archive ]; then
        shift
        days=60 parts="$BENCH_PARTS archiver" what=measure_archive
        # Nothing by itself, and days that were written to a minute ago may go.
        export CONSUMO_ARCHIVE_CRON=- CONSUMO_ARCHIVE_QUIET=0s
    fi
    case ${1:-} in
        dashboard) parts=$PAGES_PARTS what=measure_pages && shift && more_memory_for_mongodb ;;
        screenshots) parts=$PAGES_PARTS what=take_screenshots && shift && more_memory_for_mongodb ;;
    esac
    while [ $# -gt 0 ]; do
        case $1 in
            --clients) clients=${2:-} && shift ;;
            --days) days=${2:-} && shift ;;
            -h | --help) bench_usage && return ;;
            *) bench_usage >&2 && exit 2 ;;
        esac
        shift
    done
    is_positive "$clients" || bench_fail --clients "$clients"
    is_positive "$days" || bench_fail --days "$days"
    find_jdk
    if needs_build; then build; fi
    export CONSUMO_DEMO=off CONSUMO_HOME=$HOME_DIR/bench
    rm -rf "$CONSUMO_HOME"
    move_to_free_ports
    read_settings
    export_settings
    # shellcheck disable=SC2034
    SECONDS=0 STARTED='' WAITING=$parts
    trap 'end_bench' EXIT
    trap 'exit 130' INT TERM
    start_missing "$parts"
    await_health
    "$what" "$clients" "$days"
}

is_positive() { case $1 in '' | *[!0-9]* | 0*) false ;; *) true ;; esac }

bench_fail() {
    complain "bench: $1 must be a whole number from 1, was '$2'"
    exit 2
}

move_to_free_ports() {
    local part port=41000
    for part in $STORES $SERVICES; do
        while is_port_open 127.0.0.1 "$port"; do port=$((port + 1)); done
        export "$(port_variable_of "$part")=$port"
        port=$((port + 1))
    done
}

end_bench() {
    local code=$?
    trap - EXIT INT TERM
    stop_in_order "$STARTED"
    rm -rf "${CONSUMO_HOME:?}"
    exit "$code"
}

# A date that knows no fractions prints the N.
now_in_tenths() {
    local now
    now=$(date +%s%1N)
    case $now in *N) printf '%s0' "${now%%[!0-9]*}" ;; *) printf '%s' "$now" ;; esac
}

# measure CLIENTS DAYS [OPTION...]: the options go to the producer.
measure() {
    local clients=$1 days=$2 sent_file=$HOME_DIR/sent.json begun sent='' stored followed memory peak=0 sender work
    say "Sending $days days of $clients clients"
    begun=$(now_in_tenths)
    (run_command producer io.consumo.producer.cli.ProducerCommand \
        backfill --clients "$clients" --days "$days" --json "${@:3}") >"$sent_file" 2>"$HOME_DIR/sent.log" &
    sender=$!
    stored=''
    while :; do
        if [ -z "$sent" ] && ! kill -0 "$sender" 2>/dev/null; then
            wait "$sender" || { cat "$HOME_DIR/sent.log" >&2 && fail 'The readings could not be sent.'; }
            sent=$(now_in_tenths)
        fi
        work=$(http_get "$PROBE_HOST" "$(port_of consumer)" /health)
        memory=$(megabytes_of consumer)
        [ "${memory:-0}" -le "$peak" ] || peak=$memory
        if [ -n "$sent" ]; then
            case $work in *'"lag":0'*) [ -n "$stored" ] || stored=$(now_in_tenths) ;; esac
            case $work in *'"lag":0,"marks":0'*) followed=$(now_in_tenths) && break ;; esac
        fi
        [ $(($(now_in_tenths) - begun)) -lt $((BENCH_PATIENCE * 10)) ] ||
            fail "Not done after $BENCH_PATIENCE s: $work"
        sleep 0.2
    done
    tell_rates "$(field readings <"$sent_file")" $((sent - begun)) $((stored - begun)) $((followed - begun)) "$peak"
}

# tell_rates READINGS SENT STORED FOLLOWED MB: times in tenths of a second since the first reading was sent.
tell_rates() {
    awk -v n="$1" -v sent="$2" -v stored="$3" -v followed="$4" -v mb="$5" 'BEGIN {
        printf "%d readings, one consumer of at most %d MB\n", n, mb
        printf "  sent to the topic              %6.1f s  %7d readings/s\n", sent / 10, n * 10 / sent
        printf "  stored in PostgreSQL           %6.1f s  %7d readings/s  %3d %% of the sending rate\n",
            stored / 10, n * 10 / stored, 100 * sent / stored
        printf "  months and cases up to date    %6.1f s  %7d readings/s  %3d %% of the sending rate\n",
            followed / 10, n * 10 / followed, 100 * sent / followed
    }'
}

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
    # shellcheck disable=SC2034
    WAITING=archiver
    start_missing archiver
    await_health
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
