# Measures the way from the topic to the stores, in an installation of its own that is deleted afterwards.
# Wants: installation.sh and parts.sh.
# shellcheck shell=bash

readonly BENCH_PARTS='kafka postgres mongodb consumer'
readonly BENCH_PATIENCE=900

bench_usage() {
    cat <<'END'
usage: ./start.sh bench [--clients N] [--days N]    default: 10000 clients, 30 days of hourly readings

Sends simulated readings, hour by hour for all clients, into empty stores while a consumer stores them, judges them by
all rules and adds up months. Prints readings a second, as measured in this one run, and each as a share of the rate
at which they were sent. It has its own folder and ports, and needs no running installation.
END
}

bench() {
    local clients=10000 days=30 part
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
    SECONDS=0 STARTED='' WAITING=$BENCH_PARTS
    trap 'end_bench' EXIT
    trap 'exit 130' INT TERM
    start_missing "$BENCH_PARTS"
    await_health
    measure "$clients" "$days"
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

measure() {
    local clients=$1 days=$2 sent_file=$HOME_DIR/sent.json begun sent='' stored followed memory peak=0 sender work
    say "Sending $days days of $clients clients"
    begun=$(now_in_tenths)
    (run_command producer io.consumo.producer.cli.ProducerCommand \
        backfill --clients "$clients" --days "$days" --json) >"$sent_file" 2>"$HOME_DIR/sent.log" &
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
