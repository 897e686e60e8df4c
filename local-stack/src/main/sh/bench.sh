# Measures the way from the topic to the stores, in an installation of its own that is deleted afterwards.
# Wants: installation.sh and parts.sh.
# shellcheck shell=bash

readonly BENCH_STORES='kafka postgres mongodb'
readonly BENCH_PATIENCE=900

bench_usage() {
    cat <<'END'
usage: ./start.sh bench [--quick] [--json] [ingest|scale|latency|start|api ...]  default: all five
       ./start.sh bench archive [--clients N] [--days N]                       default: 10000 clients, 60 days
       ./start.sh bench api [--clients N] [--days N] [--json]                  default: 10000 clients, 30 days
       ./start.sh bench dashboard [--clients N] [--days N]                     default: 10000 clients, 30 days

Measures this machine, in an installation of its own that is deleted afterwards, and sets each figure beside ceilings and
a peer that were measured in the same run:
  ingest   readings a second from a filled topic to day rows, months and cases, all rules on, for 50 to 100,000 clients;
           beside Kafka's own consumer tool, PostgreSQL's COPY, parsing alone, and one record at a time
  scale    the same with one, two and three consumers, and with one of three killed
  latency  from a reading to its case in the API, at 1,000 readings a second
  start    seconds until all parts are healthy, and the memory that each holds
--quick takes fewer clients and days. archive: the archiver takes what lies beyond the window; files beside PostgreSQL's
bytes and, where PostgreSQL's client programs are installed, pg_dump -Fc and gzipped CSV of the same rows. api: answers
at a steady 200 requests a second beside the bare queries, a year of months beside daily rows, what the dashboard asks
beside the same from single readings, and what a large export keeps in memory. dashboard: the pages in a browser: until a
page is there, until a reading is seen, memory of a session.
END
}

bench() {
    local part parts='' quick='' json=''
    case ${1:-} in
        archive)
            # Nothing by itself, and days that were written to a minute ago may go.
            export CONSUMO_ARCHIVE_CRON=- CONSUMO_ARCHIVE_QUIET=0s
            shift
            bench_simulated measure_archive "$BENCH_STORES consumer archiver" 60 "$@"
            return
            ;;
        api)
            shift
            more_memory_for_mongodb
            bench_simulated measure_api "$BENCH_STORES consumer" 30 "$@"
            return
            ;;
        dashboard)
            shift
            more_memory_for_mongodb
            bench_simulated measure_pages "$PAGES_PARTS" 30 "$@"
            return
            ;;
        screenshots)
            shift
            more_memory_for_mongodb
            # With days that go to the archive, as soon as they may, and a month that stands beside another one.
            export CONSUMO_ARCHIVE_CRON=- CONSUMO_ARCHIVE_QUIET=0s
            bench_simulated take_screenshots "$PAGES_PARTS" 60 "$@"
            return
            ;;
    esac
    while [ $# -gt 0 ]; do
        case $1 in
            --quick) quick=yes ;;
            --json) json=--json ;;
            ingest | scale | latency | start | api) parts="$parts $1" ;;
            -h | --help) bench_usage && return ;;
            *) bench_usage >&2 && exit 2 ;;
        esac
        shift
    done
    prepare_bench
    bench_results=$(mktemp)
    for part in ${parts:-ingest scale latency start api}; do
        case $part in
            start) bench_start_up 'start, stores empty, built' >&2 ;;
            *) "bench_$part" "$quick" >&2 ;;
        esac
        bench_clear
    done
    bench_step report $json
}

prepare_bench() {
    find_jdk
    if needs_build; then build >&2; fi
    export CONSUMO_DEMO=off CONSUMO_HOME=$HOME_DIR/bench
    rm -rf "$CONSUMO_HOME"
    move_to_free_ports
    read_settings
    export_settings
    STARTED='' bench_consumers=''
    trap 'end_bench' EXIT
    trap 'exit 130' INT TERM
}

# bench_start PARTS: returns when they are healthy.
bench_start() {
    # shellcheck disable=SC2034
    SECONDS=0 WAITING=$1
    start_missing "$1"
    await_health
}

# Ends all and deletes the data, so that the next measurement finds empty stores.
bench_clear() {
    end_consumers
    stop_in_order "$STARTED"
    STARTED=''
    rm -rf "${HOME_DIR:?}"/{kafka,postgres,mongo,producer,archive,run,logs}
    mkdir -p "$HOME_DIR/run" "$HOME_DIR/logs"
}

# bench_step STEP ARGUMENT...: one step of io.consumo.bench.Bench.
bench_step() {
    stage bench
    "$JAVA_HOME/bin/java" -Xmx1g -XX:+UseSerialGC -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED \
        --sun-misc-unsafe-memory-access=allow -cp "$(app_of bench)/bench.jar:$(app_of bench)/lib/*" \
        io.consumo.bench.Bench "$bench_results" "$@"
}

# Consumers beside the first one, each with a port of its own: sets bench_consumers to all process ids.
more_consumers() {
    local number wanted=$1
    [ -n "$bench_consumers" ] || bench_consumers=$(pid_of consumer)
    for ((number = $(wc -w <<<"$bench_consumers") + 1; number <= wanted; number++)); do
        what_to_run consumer
        java_command consumer "consumer-$number" "${WHAT[@]}"
        CONSUMO_CONSUMER_PORT=$((CONSUMO_CONSUMER_PORT + 100 + number)) "${COMMAND[@]}" \
            >"$HOME_DIR/logs/consumer-$number.log" 2>&1 </dev/null &
        bench_consumers="$bench_consumers $!"
    done
}

end_consumers() {
    local pid
    for pid in ${bench_consumers#"$(pid_of consumer)"}; do
        kill -CONT "$pid" 2>/dev/null || true
        kill -KILL "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    bench_consumers=''
}

# measure_ingest PART NAME ORDER PREFIX CLIENTS DAYS [PID_TO_KILL]: the consumers stand still while the topic is filled.
measure_ingest() {
    local part=$1 name=$2 order=$3 prefix=$4 clients=$5 days=$6 watching=$HOME_DIR/run/watching sent pid watch
    say "$name: $clients clients, $days days"
    for pid in ${bench_consumers:-$(pid_of consumer)}; do kill -STOP "$pid"; done
    sent=$(bench_step fill "$order" "$prefix" "$clients" "$days")
    say "  $sent readings are in the topic"
    [ -p "$watching" ] || mkfifo "$watching"
    bench_step ingest "$part" "$name" "$prefix" "$sent" ${7:+"$7"} >"$watching" &
    watch=$!
    read -r _ <"$watching" || true
    for pid in ${bench_consumers:-$(pid_of consumer)}; do kill -CONT "$pid"; done
    wait "$watch" || fail "$name could not be measured"
    bench_sent=$((bench_sent + sent))
}

bench_ingest() {
    local days=30 most='10000' memory
    [ -z "$1" ] || days=15 most=1000
    bench_sent=0
    bench_start "$BENCH_STORES consumer"
    # The compiler of the consumer's JVM has seen the code before anything counts.
    measure_ingest 'ingest, one consumer' 'first run, cold' sweep W 1000 20
    # The fewest clients first: what PostgreSQL clears away after many would count for them. With more than a year of days,
    # since fewer readings would be stored before they can be timed.
    measure_ingest 'cost with the number of clients' 'hourly sweep, 50 clients' sweep C 50 400
    measure_ingest 'ingest, one consumer' "catch-up, $most clients" catch_up A "$most" "$days"
    measure_ingest 'ingest, one consumer' "hourly sweep, $most clients" sweep B "$most" "$days"
    [ -n "$1" ] || measure_ingest 'cost with the number of clients' 'hourly sweep, 100000 clients' sweep D 100000 5
    memory=$(megabytes_of consumer)
    bench_step note 'ingest, one consumer' 'memory of the consumer afterwards' "${memory:-0}" MB
    kill -STOP "$(pid_of consumer)"
    bench_step ceilings B $((bench_sent < 3000000 ? bench_sent : 3000000)) "$([ -n "$1" ] && echo 5 || echo 20)"
    kill -CONT "$(pid_of consumer)"
    bench_step sizes
}

bench_scale() {
    local clients=6000 days=20 count name
    [ -z "$1" ] || clients=500
    bench_sent=0
    bench_start "$BENCH_STORES consumer"
    measure_ingest 'consumers' 'first run, cold' sweep W 1000 20
    for count in 1 2 3; do
        more_consumers "$count"
        bench_step share "$count"
        name="$count consumers"
        [ "$count" -gt 1 ] || name='1 consumer'
        # A new one warms up with the others.
        [ "$count" -eq 1 ] || measure_ingest 'consumers' "$name, the newest cold" sweep "W$count" 3000 20
        bench_step share "$count"
        measure_ingest 'consumers' "$name" sweep "S$count" "$clients" "$days"
        # Who stood still for too long while the topic was filled would be back by now, but have less to do.
        bench_step share "$count"
    done
    measure_ingest 'consumers' '3 consumers, one gets SIGKILL' sweep K "$clients" "$days" "${bench_consumers##* }"
    bench_step cases S1 S2 S3 K
}

bench_latency() {
    local clients=2500 days=30
    [ -z "$1" ] || clients=800
    bench_sent=0
    bench_start "$BENCH_STORES consumer api"
    measure_ingest 'history for the latency' 'first run, cold' sweep L "$clients" "$days"
    bench_step latency L "$clients" "$days" 1000
}

bench_api() {
    local clients=10000 days=30
    [ -z "$1" ] || clients=1000 days=15
    more_memory_for_mongodb
    bench_start "$BENCH_STORES consumer"
    ask_api "$clients" "$days"
}

# bench_start_up PART: the first time, with empty stores, and once more.
bench_start_up() {
    local begun part megabytes all=0
    begun=$(now_in_tenths)
    bench_start "$BENCH_STORES $SERVICES"
    bench_step note "$1" 'until all parts are healthy' "$(($(now_in_tenths) - begun))e-1" s
    for part in $BENCH_STORES $SERVICES; do
        megabytes=$(megabytes_of "$part")
        all=$((all + megabytes))
        bench_step note "$1" "memory of $part" "$megabytes" MB
    done
    bench_step note "$1" 'memory of all parts' "$all" MB
    begun=$(now_in_tenths)
    stop_in_order "$STARTED"
    STARTED=''
    bench_step note "$1" 'until all parts have ended' "$(($(now_in_tenths) - begun))e-1" s
    begun=$(now_in_tenths)
    bench_start "$BENCH_STORES $SERVICES"
    bench_step note "$1" 'until all parts are healthy again' "$(($(now_in_tenths) - begun))e-1" s
}

# bench_simulated WHAT PARTS DAYS [--clients N] [--days N]: runs WHAT CLIENTS DAYS on these parts.
bench_simulated() {
    local what=$1 parts=$2 clients=10000 days=$3 bench_json=''
    shift 3
    while [ $# -gt 0 ]; do
        case $1 in
            --clients) clients=${2:-} && shift ;;
            --days) days=${2:-} && shift ;;
            --json)
                [ "$what" = measure_api ] || bench_usage_fail '--json is known to ingest, scale, latency, start and api'
                bench_json=--json
                ;;
            -h | --help) bench_usage && return ;;
            *) bench_usage >&2 && exit 2 ;;
        esac
        shift
    done
    is_positive "$clients" || bench_fail --clients "$clients"
    is_positive "$days" || bench_fail --days "$days"
    prepare_bench
    bench_start "$parts"
    "$what" "$clients" "$days"
}

is_positive() { case $1 in '' | *[!0-9]* | 0*) false ;; *) true ;; esac }

bench_fail() { bench_usage_fail "$1 must be a whole number from 1, was '$2'"; }

bench_usage_fail() {
    complain "bench: $1"
    exit 2
}

move_to_free_ports() {
    local part port=21000
    for part in $STORES $SERVICES; do
        while is_port_open 127.0.0.1 "$port"; do port=$((port + 1)); done
        export "$(port_variable_of "$part")=$port"
        port=$((port + 1))
    done
}

end_bench() {
    local code=$?
    trap - EXIT INT TERM
    {
        end_consumers
        stop_in_order "$STARTED"
    } >&2
    if [ "$code" -ne 0 ] && [ -s "${bench_results:-}" ]; then bench_step report >&2 || true; fi
    rm -rf "${CONSUMO_HOME:?}" "${bench_results:-}"
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
        work=$(health_of consumer)
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
