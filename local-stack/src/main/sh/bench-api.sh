# The API's part of the bench: how fast it answers, beside what the stores do without it, and what an export keeps.
# Wants: bench.sh.
# shellcheck shell=bash

# measure_api CLIENTS DAYS: the API has its usual heap. A client's year comes last, since it makes a partition of each day.
measure_api() {
    local clients=$1 days=$2 log=$HOME_DIR/logs/api-collections.log
    measure "$clients" "$days" --anomalies 0.02 >&2
    bench_results=$(mktemp)
    export CONSUMO_RATE_LIMIT=1000000 CONSUMO_API_JAVA_OPTS="${CONSUMO_API_JAVA_OPTS:-} -Xlog:gc:file=$log"
    bench_start api >&2
    say 'Asking at a steady rate' >&2
    bench_step api "$clients"
    say 'Exporting' >&2
    bench_step export "$days" "$log"
    say 'Asking what the dashboard asks' >&2
    bench_step single
    measure 1 396 >&2
    bench_step months
    # shellcheck disable=SC2154 # Of bench_simulated, which calls this.
    bench_step report $bench_json
}
