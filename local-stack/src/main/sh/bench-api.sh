# The API's part of the bench: how fast it answers, beside what the stores do without it, and what an export keeps.
# Wants: bench.sh.
# shellcheck shell=bash

# measure_api CLIENTS DAYS: as a bench of its own.
measure_api() {
    bench_results=$(mktemp)
    ask_api "$@" >&2
    # shellcheck disable=SC2154 # Of bench_simulated, which calls this.
    bench_step report $bench_json
}

# ask_api CLIENTS DAYS: the API has its usual heap. A client's year comes last, since it makes a partition of each day.
ask_api() {
    local clients=$1 days=$2 log=$HOME_DIR/logs/api-collections.log
    measure "$clients" "$days" --anomalies 0.02
    export CONSUMO_RATE_LIMIT=1000000 CONSUMO_API_JAVA_OPTS="${CONSUMO_API_JAVA_OPTS:-} -Xlog:gc:file=$log"
    bench_start api
    say 'Asking at a steady rate'
    bench_step api "$clients"
    say 'Exporting'
    bench_step export "$days" "$log"
    say 'Asking what the dashboard asks'
    bench_step single
    measure 1 396
    bench_step months
}
