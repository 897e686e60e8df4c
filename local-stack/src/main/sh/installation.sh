# One installation: its settings, and what can be done with all of its parts. Wants: ROOT, and the other files here.
# shellcheck shell=bash

readonly MEGABYTES_NEEDED=1700

read_settings() {
    local home=${CONSUMO_HOME:-}
    case $home in '' | /*) ;; *) export CONSUMO_HOME=$PWD/$home ;; esac
    read_env_file "$ROOT/.env"
    HOME_GIVEN=${CONSUMO_HOME:-}
    home=${CONSUMO_HOME:-.consumo}
    case $home in /*) ;; *) home=$ROOT/$home ;; esac
    mkdir -p "$home" 2>/dev/null || fail "CONSUMO_HOME=$home cannot be made"
    HOME_DIR=$(cd "$home" && pwd -P)
    mkdir -p "$HOME_DIR/run" "$HOME_DIR/logs"
    case ${CONSUMO_BIND:-127.0.0.1} in
        0.0.0.0 | ::) PROBE_HOST=127.0.0.1 ;;
        *) PROBE_HOST=${CONSUMO_BIND:-127.0.0.1} ;;
    esac
}

export_ports() {
    local part
    for part in $STORES $SERVICES; do
        port_of "$part" >/dev/null
        export "$(port_variable_of "$part")=$(port_of "$part")"
    done
}

# What the services find in their environment; addresses of another setting (Compose's .env) do not hold here.
export_settings() {
    export_ports
    export CONSUMO_HOME=$HOME_DIR
    export CONSUMO_KAFKA=127.0.0.1:$CONSUMO_KAFKA_PORT
    export CONSUMO_POSTGRES_URL=jdbc:postgresql://127.0.0.1:$CONSUMO_POSTGRES_PORT/consumo
    export CONSUMO_MONGO_URI=mongodb://127.0.0.1:$CONSUMO_MONGO_PORT/consumo
    export CONSUMO_PRODUCER_URL=http://$PROBE_HOST:$CONSUMO_PRODUCER_PORT
    export CONSUMO_CONSUMER_URL=http://$PROBE_HOST:$CONSUMO_CONSUMER_PORT
    export CONSUMO_API_URL=http://$PROBE_HOST:$CONSUMO_API_PORT
    export CONSUMO_ARCHIVER_URL=http://$PROBE_HOST:$CONSUMO_ARCHIVER_PORT
    unset CONSUMO_POSTGRES_USER
    if [ -z "${CONSUMO_INTERNAL_SECRET:-}" ]; then
        CONSUMO_INTERNAL_SECRET=$(kept_secret "$HOME_DIR/internal-secret")
    fi
    export CONSUMO_INTERNAL_SECRET
}

# Sets MODE: as the user says, else as it runs, else Docker where an engine answers. A folder of its own is a local
# installation's.
choose_mode() {
    local part
    MODE=${1:-}
    [ -z "$MODE" ] || return 0
    MODE=local
    [ -z "$HOME_GIVEN" ] || return 0
    for part in $STORES $SERVICES; do
        [ -z "$(pid_of "$part")" ] || return 0
    done
    engine_answers || return 0
    if find_compose; then MODE=docker; else complain 'A Docker engine answers, but it has no Compose: going on without Docker.'; fi
}

kept_secret() {
    if ! [ -s "$1" ]; then
        (umask 077 && head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$1")
    fi
    cat "$1"
}

start_locally() {
    local part missing=''
    WAITING=''
    find_jdk
    export_settings
    for part in $STORES $SERVICES; do
        if [ -z "$(pid_of "$part")" ]; then missing="$missing $part"; fi
        is_running_well "$part" || WAITING="$WAITING $part"
    done
    if [ -z "$WAITING" ]; then
        say 'All is running already.'
        say_addresses
        return
    fi
    lock_start
    if needs_build; then build; fi
    require_free_ports "$missing"
    [ "$(wc -w <<<"$missing")" -lt 8 ] || require_memory
    say "Starting without Docker, in $HOME_DIR"
    SECONDS=0
    STARTED=''
    trap 'undo_start' EXIT
    trap 'exit 130' INT TERM
    start_missing "$missing"
    await_health
    trap 'unlock_start' EXIT
    await_history
    say_addresses
}

is_running_well() { [ -n "$(pid_of "$1")" ] && is_healthy "$1"; }

# Two starts at a time would start each part twice.
lock_start() {
    local lock="$HOME_DIR/run/starting" holder
    if ! (set -o noclobber && printf '%s\n' "$$" >"$lock") 2>/dev/null; then
        holder=$(cat "$lock" 2>/dev/null || true)
        case "$(command_of "${holder:-0}")" in
            *start.sh*) fail "Another start is under way (process $holder)." ;;
        esac
        printf '%s\n' "$$" >"$lock"
    fi
    trap 'unlock_start' EXIT
}

unlock_start() { rm -f "$HOME_DIR/run/starting"; }

require_free_ports() {
    local part port holder taken=''
    for part in $1; do
        port=$(port_of "$part")
        if is_port_open "$(host_of "$part")" "$port"; then
            holder=$(port_holder "$port" || true)
            complain "Port $port, wanted by $part, is taken by ${holder:-a process that this user cannot see}"
            complain "  Move it with $(port_variable_of "$part")=..., or end that process."
            taken=yes
        fi
    done
    [ -z "$taken" ] || exit 1
}

# All eight take about 1.6 GB.
require_memory() {
    local free
    [ -r /proc/meminfo ] || return 0
    free=$(awk '/^MemAvailable:/ {printf "%d", $2 / 1000}' /proc/meminfo)
    [ "${free:-$MEGABYTES_NEEDED}" -ge "$MEGABYTES_NEEDED" ] ||
        fail "Only $free MB of memory are free, and Consumo needs $MEGABYTES_NEEDED MB: end something else first."
}

# Stores first: they take longest, and the services wait for them.
start_missing() {
    local part
    for part in $1; do
        stage "$(module_of "$part")"
        start_part "$part"
        printf -v "launched_$part" '%s' "$STARTED_PID"
        STARTED="$STARTED $part"
        tell_health
    done
}

undo_start() {
    local code=$?
    trap - EXIT INT TERM
    if [ -n "$STARTED" ]; then
        complain 'Ending what was started.'
        stop_in_order "$STARTED"
    fi
    unlock_start
    exit "$code"
}

await_health() {
    local part patience=${CONSUMO_START_PATIENCE:-240}
    while tell_health && [ -n "$WAITING" ]; do
        if [ "$SECONDS" -gt "$patience" ]; then
            for part in $WAITING; do
                complain "$part is not healthy after $patience s. The last lines of $(log_of "$part"):"
                tail -n 15 "$(log_of "$part")" >&2
            done
            exit 1
        fi
        sleep 0.4
    done
}

# Tells which of WAITING have come up meanwhile, and takes them off.
tell_health() {
    local part still=''
    for part in $WAITING; do
        if is_launched "$part" && is_healthy "$part"; then
            say "$(printf '%4d s  %s' "$SECONDS" "$part") is up"
        elif is_launched "$part" && has_failed "$part"; then
            complain "$part did not start. The last lines of $(log_of "$part"):"
            tail -n 25 "$(log_of "$part")" >&2
            exit 1
        else
            still="$still $part"
        fi
    done
    WAITING=$still
}

# By this start or an earlier one.
is_launched() { case " $STARTED " in *" $1 "*) true ;; *) [ -n "$(pid_of "$1")" ] ;; esac }

has_failed() {
    local launched="launched_$1"
    if kill -0 "${!launched:-0}" 2>/dev/null; then return 1; fi
    [ -z "$(pid_of "$1")" ]
}

# Empty stores are given a history by the producer: wait until it is sent, read, stored and followed up.
await_history() {
    local demo told_by_consumer lag marks told=0 idle=0 quiet=0 patience=${CONSUMO_HISTORY_PATIENCE:-300} begun=$SECONDS
    while [ $((SECONDS - begun)) -le "$patience" ]; do
        demo=$(health_of producer | field demo)
        told_by_consumer=$(health_of consumer)
        lag=$(field lag <<<"$told_by_consumer")
        marks=$(field marks <<<"$told_by_consumer")
        case $demo:$lag:$marks in sent:0:0 | none:0:0) quiet=$((quiet + 1)) ;; *) quiet=0 ;; esac
        # Stores may hold old readings only, and then no client is in the window, however long one waits.
        if [ "$quiet" -gt 0 ] && { has_no_history_to_come "$demo" || [ "$quiet" -gt 40 ]; }; then
            # Twice, since what was just sent may not have been counted yet.
            idle=$((idle + 1))
            if [ "$idle" -ge 2 ]; then
                [ "$told" -eq 0 ] || say "$(printf '%4d s' "$SECONDS")  demo history is there"
                return 0
            fi
        else
            idle=0
            if [ $((SECONDS - begun)) -ge "$told" ]; then
                say "$(printf '%4d s' "$SECONDS")  demo history arriving (${demo:-none} by the producer; ${lag:-?} readings to store, ${marks:-?} client-days to follow up)"
                told=$((SECONDS - begun + 5))
            fi
        fi
        sleep 0.5
    done
    complain "The demo history is not complete after $patience s. All parts run; ./start.sh logs tells more."
    exit 1
}

health_of() {
    if [ "$MODE" = docker ]; then
        health_on_docker "$1"
    else
        # Whoever does not answer has nothing to tell.
        http_get "$PROBE_HOST" "$(port_of "$1")" "$(health_path_of "$1")" || true
    fi
}

# Also "sent" is not the end: the API gives out figures that are some seconds old, and shall know of it before anybody
# looks. "none" is the producer's word before it looked, too.
has_no_history_to_come() {
    local clients
    [ "${CONSUMO_DEMO:-auto}" != off ] || return 0
    case $1 in sent | none) ;; *) return 1 ;; esac
    clients=$(http_get "$PROBE_HOST" "$CONSUMO_API_PORT" /api/v1/overview "Authorization: Basic $(printf 'operator:%s' \
        "${CONSUMO_OPERATOR_PASSWORD:-consumo-demo}" | base64 | tr -d '\n')" | sed -n 's/.*{"clients":\([0-9]*\),.*/\1/p')
    [ "${clients:-0}" -gt 0 ]
}

say_addresses() {
    local password='the password of CONSUMO_OPERATOR_PASSWORD'
    [ -n "${CONSUMO_OPERATOR_PASSWORD:-}" ] || password='consumo-demo'
    say
    say "  Dashboard  http://$(shown_host):$CONSUMO_DASHBOARD_PORT"
    say "  API        http://$(shown_host):$CONSUMO_API_PORT/docs"
    say "  Login      operator / $password   (also analyst, viewer)"
    say
    say "  ./start.sh status | logs | stop"
}

shown_host() { if [ "$PROBE_HOST" = 127.0.0.1 ]; then printf localhost; else printf '%s' "$PROBE_HOST"; fi; }

show_status() {
    local part pid state all_up=0
    printf '%-10s %-9s %6s %8s %6s\n' part state port pid MB
    for part in $STORES $SERVICES; do
        pid=$(pid_of "$part")
        state=UP
        if [ -z "$pid" ]; then state=DOWN; elif ! is_healthy "$part"; then state=UNHEALTHY; fi
        [ "$state" = UP ] || all_up=1
        printf '%-10s %-9s %6s %8s %6s\n' "$part" "$state" "$(port_of "$part")" "${pid:--}" "$(megabytes_of "$part")"
    done
    return "$all_up"
}

show_logs() {
    local follow='' part file files=()
    for part in "$@"; do
        case $part in
            -f) follow=-f ;;
            *)
                [ -n "$(port_of "$part")" ] || fail "There is no part $part; there are: $STORES $SERVICES"
                files+=("$(log_of "$part")")
                [ "$part" != postgres ] || files+=("$HOME_DIR/postgres/server.log")
                ;;
        esac
    done
    if [ ${#files[@]} -eq 0 ]; then
        for part in $STORES $SERVICES; do
            files+=("$(log_of "$part")")
        done
    fi
    for file in "${files[@]}"; do
        [ -f "$file" ] || fail "Nothing was logged in $file yet."
    done
    # shellcheck disable=SC2086
    tail -n "$((200 / ${#files[@]}))" $follow "${files[@]}"
}

# Services before the stores that they write to.
stop_in_order() {
    local part services='' stores=''
    for part in $1; do
        if is_store "$part"; then stores="$stores $part"; else services="$services $part"; fi
    done
    # shellcheck disable=SC2086
    [ -z "$services" ] || stop_parts $services
    # PostgreSQL can be ended only when whoever starts it is done, if that is still under way.
    [ -z "${launched_postgres:-}" ] || wait "$launched_postgres" || true
    # shellcheck disable=SC2086
    [ -z "$stores" ] || stop_parts $stores
}

stop_all() {
    local part running=''
    for part in $STORES $SERVICES; do
        [ -z "$(pid_of "$part")" ] || running="$running $part"
    done
    if [ -z "$running" ]; then
        say 'Nothing was running.'
        return
    fi
    stop_in_order "$running"
    say "Ended:$running"
}

# confirm_deletion WHERE [--yes]
confirm_deletion() {
    local answer=''
    [ "${2:-}" != --yes ] || return 0
    printf 'Delete all readings, cases, archives and users in %s? [y/N] ' "$1"
    read -r answer || true
    case $answer in y | Y | yes | s | S | si) ;; *) fail 'Nothing was deleted.' ;; esac
}

reset() {
    local name
    confirm_deletion "$HOME_DIR" "${1:-}"
    stop_all
    for name in kafka postgres mongo producer archive run logs internal-secret; do
        rm -rf "${HOME_DIR:?}/$name"
    done
    say "Deleted the data in $HOME_DIR"
}

# run_command PART MAIN_CLASS [ARGUMENT...]
run_command() {
    local part=$1 module=$1-service
    shift
    find_jdk
    export_settings
    if ! [ -f "$(app_of "$module")/.staged" ]; then
        if needs_build; then build >&2; fi
        stage "$module"
    fi
    java_command "$part" command -cp "$(app_of "$module")/$module.jar" "$@"
    exec "${COMMAND[@]}"
}
