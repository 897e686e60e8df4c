#!/usr/bin/env bash
# Proves on any Docker engine what docker-compose.yml promises, in a project of its own that is removed afterwards:
# other names, other ports and other volumes than an installation beside it. Takes some minutes; ends with what it proved.
# CONSUMO_MONGO_URI may be set, for a server without a login; all else is as it is without any setting.
# shellcheck disable=SC2046,SC2034
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
MONGO_URI=${CONSUMO_MONGO_URI:-}
for variable in $(compgen -e | grep '^CONSUMO_' || true); do
    unset "$variable"
done
for file in basics net parts installation docker bench; do
    # shellcheck source=/dev/null
    . "$ROOT/local-stack/src/main/sh/$file.sh"
done

readonly IMAGES='maven:3.9-eclipse-temurin-25 eclipse-temurin:25-jre apache/kafka:4.3.1 postgres:15 mongo:7'
readonly CLIENTS=300 DEMO_CLIENTS=50 DAYS=10
readonly MEGABYTES=4000

proved=()
prove() {
    proved+=("$*")
    say "$(printf '%4d s' "$SECONDS")  $*"
}

if [ "${1:-}" = --if-possible ]; then
    if ! engine_answers || ! find_compose; then
        say 'Compose: skipped, since no Docker engine with Compose answers.'
        exit 0
    fi
    # shellcheck disable=SC2086
    if ! has_images $IMAGES; then
        say "Compose: skipped, since the engine lacks one of $IMAGES."
        exit 0
    fi
fi
require_docker

MODE=docker
PROBE_HOST=127.0.0.1
HOME_DIR=$(mktemp -d)
mkdir -p "$HOME_DIR/logs" "$HOME_DIR/run"
: >"$HOME_DIR/none.env"
COMPOSE+=(--env-file "$HOME_DIR/none.env")
export COMPOSE_PROJECT_NAME=consumo-proof CONSUMO_NAME=consumo-proof
[ -z "$MONGO_URI" ] || export CONSUMO_MONGO_URI=$MONGO_URI
move_to_free_ports

remove() {
    local code=$?
    trap - EXIT INT TERM
    if [ "$code" -ne 0 ]; then
        complain "Failed. The containers' last lines:"
        compose ps >&2 || true
        compose logs --tail 30 >&2 || true
        tail -n 20 "$HOME_DIR"/logs/*.log >&2 || true
    fi
    compose down --volumes --remove-orphans --rmi local >/dev/null 2>&1 || true
    rm -rf "$HOME_DIR"
    exit "$code"
}

# up [OPTION...]: returns once all containers are healthy.
up() {
    # Told here, since what ends a script within a redirected function is told into the redirection.
    compose up -d "$@" >>"$HOME_DIR/logs/up.log" 2>&1 </dev/null || fail 'Compose could not start it.'
    local begun=$SECONDS
    until containers | awk '$2 != "healthy" {sick = 1} END {exit sick || NR < 8}'; do
        [ $((SECONDS - begun)) -lt 240 ] || fail "Not all healthy: $(containers)"
        sleep 1
    done
}

api() {
    http_get "$PROBE_HOST" "$CONSUMO_API_PORT" "/api/v1$1" \
        "Authorization: Basic $(printf 'operator:consumo-demo' | base64)" | tail -n 1
}

sql() { docker exec "$(container_of postgres)" psql -U postgres -d consumo -Atc "$1"; }

# Of all days that are over: slots and energy; months; cases, but for silence, which depends on when one looks.
totals() {
    printf '%s slots|0.1 Wh, %s months, %s cases' "$(sql "select count(e), sum(e) from consumption.daily_consumption,
        unnest(energy) e where day < (now() at time zone 'Europe/Madrid')::date" | tr -d '\r')" \
        "$(api '/monthly?size=1' | field totalElements)" \
        $(($(api '/anomalies?size=1' | field totalElements) - $(api '/anomalies?size=1&type=SILENT' | field totalElements)))
}

# until SECONDS COMMAND...
await() {
    local until=$((SECONDS + $1))
    shift
    until "$@"; do
        [ "$SECONDS" -lt "$until" ] || fail "In vain: $*"
        sleep 1
    done
}

is_followed_up() { [ "$(sql 'select count(*) from consumption.dirty_mark')" = 0 ]; }

is_all_stored() { [ "$(slots_of_new_clients)" = "$1" ]; }

slots_of_new_clients() {
    sql "select count(e) from consumption.daily_consumption, unnest(energy) e
        where client_id > 'C-$(printf '%06d' "$DEMO_CLIENTS")'"
}

slots_sent_to_new_clients() {
    sql "select round($((CLIENTS - DEMO_CLIENTS)) * extract(epoch from
        (today::timestamp at time zone zone) - ((today - $DAYS)::timestamp at time zone zone)) / 3600)
        from (select 'Europe/Madrid' as zone, (now() at time zone 'Europe/Madrid')::date as today) t"
}

# quickest CONTAINER COMMAND...: the least of five times, and the processor's part of it, in seconds.
quickest() {
    local container=$1 try
    shift
    for try in 1 2 3 4 5; do
        docker exec "$container" bash -c 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null 2>&1' bash "$@" 2>&1 ||
            fail "docker exec $container $*: exit code $?"
    done | awk 'NF == 3 && (!least || $1 < least) {least = $1; busy = $2 + $3} END {printf "%.1f %.1f", least, busy}'
}

prove_commands() {
    local begun sent took busy told='' command
    begun=$(now_in_tenths)
    sent=$(docker exec "$CONSUMO_NAME-producer" producer --mode once --clients 50)
    begun=$(($(now_in_tenths) - begun))
    prove "docker exec $CONSUMO_NAME-producer producer --mode once --clients 50: $sent ($((begun / 10)).$((begun % 10)) s)"
    while read -r -a command; do
        read -r took busy <<<"$(quickest "$CONSUMO_NAME-${command[0]}" "${command[@]:1}")"
        # Where others keep the machine busy, waiting for it is not the command's fault.
        awk "BEGIN {exit !($took < 2 || $busy < 1.5)}" || fail "${command[*]:1} takes $took s, of which it works $busy s"
        told="$told, ${command[*]:1} $took s (works $busy s)"
    done <<'END'
producer producer --help
producer producer --mode once --clients 50
archiver archiver --dry-run
archiver restorer --list
END
    prove "commands start quickly: ${told#, }"
}

prove_shape() {
    local wrong limits
    limits=$(docker inspect -f '{{.HostConfig.Memory}}' $(compose ps -q) | awk '{sum += $1} END {printf "%.0f", sum / 1e6}')
    { [ "$limits" -gt 0 ] && [ "$limits" -lt "$MEGABYTES" ]; } || fail "The memory limits add up to $limits MB"
    wrong=$(docker inspect -f '{{.Name}} {{range $ports := .NetworkSettings.Ports}}{{range $ports}}{{.HostIp}} {{end}}{{end}}' \
        $(compose ps -q) | awk '{for (i = 2; i <= NF; i++) if ($i != "127.0.0.1") print $1}')
    [ -z "$wrong" ] || fail "Not on loopback only: $wrong"
    for id in $(compose ps -q); do
        [ "$(docker exec "$id" id -u)" != 0 ] || fail "Runs as root: $id"
    done
    wrong=$(docker inspect -f '{{.Name}} {{.HostConfig.CapDrop}} {{.HostConfig.SecurityOpt}} {{.HostConfig.ReadonlyRootfs}}' \
        $(compose ps -q) | grep -v 'kafka' | grep -vi '\[ALL\] \[no-new-privileges:true\] true' || true)
    [ -z "$wrong" ] || fail "Not shut in: $wrong"
    prove "limits add up to $limits MB; ports on loopback only; nobody is root, or may become it; only Kafka writes its root file system"
}

prove_memory() {
    local resident
    # shellcheck disable=SC2046
    resident=$(docker stats --no-stream --format '{{.MemUsage}}' $(compose ps -q) | while read -r used _; do
        megabytes <<<"$used" && echo
    done | awk '{sum += $1} END {print sum}')
    [ "$resident" -lt "$MEGABYTES" ] || fail "All containers together hold $resident MB"
    prove "with the demo history all containers together hold $resident MB"
}

prove_scale() {
    local victim wanted before
    up --no-build --scale consumer=3
    wanted=$(slots_sent_to_new_clients)
    docker exec "$CONSUMO_NAME-producer" producer backfill --clients "$CLIENTS" --days "$DAYS" --json >"$HOME_DIR/sent" &
    await 60 has_some_slots
    victim=$(container_of consumer)
    docker kill "$victim" >/dev/null
    before=$(slots_of_new_clients)
    wait $! || fail 'The readings could not be sent.'
    await 180 is_all_stored "$wanted"
    await 120 is_followed_up
    prove "three consumers, one killed after $before of $wanted readings: all $(slots_of_new_clients) are stored, each once"
    docker rm -f "$victim" >/dev/null
}

has_some_slots() { [ "$(slots_of_new_clients)" -gt 0 ]; }

prove_restart() {
    local before after begun stopped killed
    before=$(totals)
    begun=$SECONDS
    compose stop >>"$HOME_DIR/logs/up.log" 2>&1
    stopped=$((SECONDS - begun))
    killed=$(docker inspect -f '{{.State.ExitCode}} {{.Name}}' $(compose ps -a -q) | awk '$1 == 137')
    [ -z "$killed" ] || fail "Did not end within 10 s: $killed"
    compose down >>"$HOME_DIR/logs/up.log" 2>&1
    [ -z "$(compose ps -a -q)" ] || fail 'docker compose down left containers'
    up --no-build
    await_history >/dev/null
    await 60 equals_totals "$before"
    after=$(totals)
    prove "all eight end by themselves, in $stopped s together; down and up again keeps $after"
}

equals_totals() { [ "$(totals)" = "$1" ]; }

left_behind() {
    local filter="label=com.docker.compose.project=$COMPOSE_PROJECT_NAME"
    docker ps -a -q --filter "$filter"
    docker volume ls -q --filter "$filter"
    docker network ls -q --filter "$filter"
    docker volume ls -q --filter dangling=true | grep -vxF "$1" || true
}

compose down --volumes --remove-orphans >/dev/null 2>&1 || true
volumes_before=$(docker volume ls -q)
trap remove EXIT
trap 'exit 130' INT TERM
SECONDS=0

say "Building and starting as project $COMPOSE_PROJECT_NAME"
up --build
prove "docker compose up -d --build: eight healthy services ($(containers | awk '{print $1}' | sort | tr '\n' ' ' | sed 's/ $//')) $SECONDS s after nothing"
await_history
prove "the API tells of $(api /overview | sed -n 's/.*{"clients":\([0-9]*\),.*/\1/p') clients at its published port; $(totals)"
prove_shape
prove_memory
prove_commands
prove_scale
prove_restart
compose down --volumes --rmi local >/dev/null 2>&1
[ -z "$(left_behind "$volumes_before")" ] || fail "docker compose down -v left: $(left_behind "$volumes_before")"
prove 'docker compose down -v leaves no container, no network, no volume'

say
say "Proved on Docker $(docker version -f '{{.Server.Version}}') with ${COMPOSE[0]} $(compose version --short) in $SECONDS s:"
printf '  - %s\n' "${proved[@]}"
