# The installation as containers, run by Compose from docker-compose.yml. Wants: ROOT, HOME_DIR, and installation.sh.
# shellcheck shell=bash

readonly MEGABYTES_ON_DOCKER=2800

# Git Bash on Windows would make Windows paths of what is meant for a container.
export MSYS_NO_PATHCONV=1

engine_answers() { command -v docker >/dev/null && within 10 docker info >/dev/null 2>&1; }

# within SECONDS COMMAND...: where the system has a command for that.
within() {
    if command -v timeout >/dev/null; then timeout "$@"; else shift && "$@"; fi
}

# has_images IMAGE...: whether all are here without a download.
has_images() {
    local image
    for image in "$@"; do docker image inspect "$image" >/dev/null 2>&1 || return 1; done
}

# Sets COMPOSE.
find_compose() {
    if docker compose version >/dev/null 2>&1; then
        COMPOSE=(docker compose)
    elif command -v docker-compose >/dev/null; then
        COMPOSE=(docker-compose)
        # Version 1 builds with BuildKit only when told so.
        export DOCKER_BUILDKIT=1 COMPOSE_DOCKER_CLI_BUILD=1
    else
        return 1
    fi
}

compose() { (cd "$ROOT" && "${COMPOSE[@]}" "$@"); }

require_docker() {
    local told
    command -v docker >/dev/null ||
        fail 'There is no docker command. Install Docker (https://docs.docker.com/get-docker), or use ./start.sh --local.'
    if ! told=$(within 10 docker info 2>&1); then
        case $told in
            *'permission denied'*) fail "Docker's engine refuses this user. Join its group (sudo usermod -aG docker $(id -un), then log in again), or use ./start.sh --local." ;;
        esac
        fail "No Docker engine answers. Start it (Docker Desktop, or: sudo systemctl start docker), or use ./start.sh --local."
    fi
    find_compose || fail 'Docker has no Compose. Install its plugin (package docker-compose-plugin), or use ./start.sh --local.'
}

start_on_docker() {
    local running="$HOME_DIR/run/compose.failed" log="$HOME_DIR/logs/compose.log" worker
    require_docker
    require_memory_of_docker
    export_ports
    WAITING="$STORES $SERVICES"
    require_free_ports "$(parts_without_container kafka producer api dashboard)"
    require_free_names
    say 'A Docker engine answers: starting with Compose (./start.sh --local does without).'
    SECONDS=0
    build_images "$log"
    SECONDS=0
    rm -f "$running"
    (compose up -d --no-build >>"$log" 2>&1 </dev/null || touch "$running") &
    worker=$!
    trap 'kill "$worker" 2>/dev/null || true' EXIT
    trap 'exit 130' INT TERM
    await_containers "$running" "$log"
    wait "$worker" || true
    trap - EXIT INT TERM
    await_history
    say_addresses
}

build_images() {
    local ticker failed=''
    say "Building the images (the first time they and Maven's libraries are downloaded; log: $1)"
    tell_image_progress "$1" &
    ticker=$!
    BUILDKIT_PROGRESS=plain compose build >"$1" 2>&1 </dev/null || failed=yes
    kill "$ticker" 2>/dev/null || true
    wait "$ticker" 2>/dev/null || true
    if [ -n "$failed" ]; then
        tail -n 30 "$1" >&2
        fail "The build failed after $SECONDS s; all of it is in $1"
    fi
    say "  built in $SECONDS s"
}

tell_image_progress() {
    while sleep 15; do
        say "$(printf '%4d s  ' "$SECONDS")$(sed -n 's/^#[0-9]* \(\[[a-z]* [0-9/]*\] [A-Z]*\).*/\1/p' "$1" | tail -n 1)"
    done
}

await_containers() {
    local part patience=${CONSUMO_START_PATIENCE:-240}
    while tell_containers && [ -n "$WAITING" ]; do
        if [ -f "$1" ] || [ "$SECONDS" -gt "$patience" ]; then
            tail -n 5 "$2" >&2
            for part in $WAITING; do
                complain "$part is not healthy after $SECONDS s. Its last lines:"
                compose logs --tail 15 "$part" >&2 2>&1 || true
            done
            exit 1
        fi
        sleep 1
    done
}

# Tells which of WAITING have become healthy meanwhile, and takes them off.
tell_containers() {
    local part still='' states
    states=$(containers)
    for part in $WAITING; do
        if has_healthy "$part" <<<"$states"; then
            say "$(printf '%4d s  %s' "$SECONDS" "$part") is up"
        else
            still="$still $part"
        fi
    done
    WAITING=$still
}

# Whether there are containers of a part among the lines of containers(), and all are healthy.
has_healthy() {
    awk -v part="$1" '$1 == part {all++; if ($2 == "healthy") healthy++} END {exit !(all && all == healthy)}'
}

# A line for each container of this project: part, health, id, name.
containers() {
    local ids
    ids=$(compose ps -a -q 2>/dev/null)
    # shellcheck disable=SC2086
    [ -z "$ids" ] || docker inspect -f '{{index .Config.Labels "com.docker.compose.service"}} {{if and .State.Health (eq .State.Status "running")}}{{.State.Health.Status}}{{else}}{{.State.Status}}{{end}} {{slice .Id 0 12}} {{.Name}}' \
        $ids 2>/dev/null | sed 's|/||'
}

container_of() { containers | awk -v part="$1" '$1 == part && ($2 == "healthy" || $2 == "starting" || $2 == "unhealthy") {print $3; exit}'; }

parts_without_container() {
    local part there
    there=$(containers | awk '$2 == "healthy" || $2 == "starting" || $2 == "unhealthy" {print $1}')
    for part in "$@"; do
        case $'\n'$there$'\n' in *$'\n'$part$'\n'*) ;; *) printf '%s ' "$part" ;; esac
    done
}

# Names are fixed, so that docker exec knows them: another project may have taken them.
require_free_names() {
    local part name project own
    own=$(containers | awk '{print $4}')
    for part in producer api archiver dashboard; do
        name=${CONSUMO_NAME:-consumo}-$part
        case $'\n'$own$'\n' in *$'\n'$name$'\n'*) continue ;; esac
        project=$(docker inspect -f '{{index .Config.Labels "com.docker.compose.project"}}' "$name" 2>/dev/null) || continue
        fail "A container $name exists already, of project ${project:-none}. Remove it (docker rm -f $name), or set CONSUMO_NAME for other names."
    done
}

require_memory_of_docker() {
    local megabytes
    megabytes=$(($(docker info -f '{{.MemTotal}}' 2>/dev/null || printf 0) / 1000000))
    [ "$megabytes" -eq 0 ] || [ "$megabytes" -ge "$MEGABYTES_ON_DOCKER" ] ||
        fail "Docker's engine has $megabytes MB of memory, and Consumo needs 3 GB. Give it more (Docker Desktop: Settings, Resources; Windows: memory= in .wslconfig)."
}

# What the service says of itself; the consumer's port is not published.
health_on_docker() {
    local id
    id=$(container_of "$1")
    [ -z "$id" ] || docker exec "$id" healthy "$(port_inside "$1")" "$(health_path_of "$1")" 2>/dev/null || true
}

port_inside() {
    case $1 in
        kafka) printf 9092 ;;
        postgres) printf 5432 ;;
        mongodb) printf 27017 ;;
        producer) printf 8000 ;;
        api) printf 8001 ;;
        archiver) printf 8002 ;;
        consumer) printf 8003 ;;
        dashboard) printf 8501 ;;
    esac
}

show_status_on_docker() {
    local states memory part state id name all_up=0 up
    require_docker
    export_ports
    states=$(containers)
    # shellcheck disable=SC2046
    memory=$([ -z "$states" ] || docker stats --no-stream --format '{{.ID}} {{.MemUsage}}' $(awk '{print $3}' <<<"$states"))
    printf '%-10s %-9s %6s  %-24s %6s\n' part state port container MB
    for part in $STORES $SERVICES; do
        up=''
        while read -r _ state id name; do
            case $state in healthy) up=UP ;; starting | unhealthy) up=UNHEALTHY ;; *) up=DOWN ;; esac
            [ "$up" = UP ] || all_up=1
            printf '%-10s %-9s %6s  %-24s %6s\n' "$part" "$up" "$(published_port_of "$part")" "$name" \
                "$([ "$up" = DOWN ] || awk -v id="$id" '$1 == id {print $2}' <<<"$memory" | megabytes)"
        done < <(awk -v part="$part" '$1 == part' <<<"$states")
        if [ -z "$up" ]; then
            all_up=1
            printf '%-10s %-9s %6s  %-24s %6s\n' "$part" DOWN "$(published_port_of "$part")" - ''
        fi
    done
    return "$all_up"
}

published_port_of() { case $1 in kafka | producer | api | dashboard) port_of "$1" ;; *) printf -- - ;; esac; }

# 1.2GiB, 177.3MiB or 900KiB as whole megabytes.
megabytes() {
    awk '{n = $1 + 0; if ($1 ~ /GiB/) n *= 1024; else if ($1 ~ /KiB/) n /= 1024; else if ($1 !~ /MiB/) n /= 1048576; printf "%.0f", n}'
}

show_logs_on_docker() {
    local part parts=() follow=()
    require_docker
    for part in "$@"; do
        case $part in
            -f) follow=(--follow) ;;
            *)
                [ -n "$(port_inside "$part")" ] || fail "There is no part $part; there are: $STORES $SERVICES"
                parts+=("$part")
                ;;
        esac
    done
    compose logs --tail "$([ ${#parts[@]} -gt 0 ] && printf 200 || printf 25)" ${follow[@]+"${follow[@]}"} ${parts[@]+"${parts[@]}"}
}

stop_on_docker() {
    local running
    require_docker
    running=$(containers | awk '$2 == "healthy" || $2 == "starting" || $2 == "unhealthy" {printf " %s", $1}')
    if [ -z "$running" ]; then
        say 'Nothing was running.'
        return
    fi
    compose stop 2>/dev/null
    say "Ended:$running"
}

reset_on_docker() {
    require_docker
    confirm_deletion "the volumes of Docker's installation" "${1:-}"
    compose down --volumes --remove-orphans 2>/dev/null
    say "Deleted the containers and all data in Docker's volumes"
}

# run_on_docker PART COMMAND [ARGUMENT...]. A file of this machine is handed over as standard input, and what goes to a
# file is fetched, since the container sees neither.
run_on_docker() {
    local part=$1 id argument previous='' input='' output='' arguments=() terminal=(-i) code=0
    shift
    require_docker
    id=$(container_of "$part")
    [ -n "$id" ] || fail "The $part does not run: ./start.sh starts it."
    for argument in "$@"; do
        if [ "$previous" = --bad-lines ]; then
            output=$argument
            argument=/tmp/bad-lines.$$
        elif [ "$argument" != "$1" ] && [ -f "$argument" ]; then
            input=$argument
            argument=-
        fi
        arguments+=("$argument")
        previous=$argument
    done
    if [ -n "$input" ]; then
        docker exec -i "$id" "${arguments[@]}" <"$input" || code=$?
    else
        if [ -t 0 ] && [ -t 1 ]; then terminal=(-i -t); fi
        docker exec "${terminal[@]}" "$id" "${arguments[@]}" || code=$?
    fi
    if [ -n "$output" ]; then
        docker exec "$id" cat "/tmp/bad-lines.$$" >"$output" 2>/dev/null || rm -f "$output"
        [ ! -s "$output" ] || complain "On this machine the bad lines are in $output."
    fi
    return "$code"
}
