#!/usr/bin/env bash
# Starts Consumo on this machine and looks after it. See usage().
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=local-stack/src/main/sh/basics.sh
. "$ROOT/local-stack/src/main/sh/basics.sh"
# shellcheck source=local-stack/src/main/sh/net.sh
. "$ROOT/local-stack/src/main/sh/net.sh"
# shellcheck source=local-stack/src/main/sh/parts.sh
. "$ROOT/local-stack/src/main/sh/parts.sh"
# shellcheck source=local-stack/src/main/sh/build.sh
. "$ROOT/local-stack/src/main/sh/build.sh"
# shellcheck source=local-stack/src/main/sh/installation.sh
. "$ROOT/local-stack/src/main/sh/installation.sh"
# shellcheck source=local-stack/src/main/sh/docker.sh
. "$ROOT/local-stack/src/main/sh/docker.sh"
# shellcheck source=local-stack/src/main/sh/bench.sh
. "$ROOT/local-stack/src/main/sh/bench.sh"
# shellcheck source=local-stack/src/main/sh/bench-archive.sh
. "$ROOT/local-stack/src/main/sh/bench-archive.sh"
# shellcheck source=local-stack/src/main/sh/bench-api.sh
. "$ROOT/local-stack/src/main/sh/bench-api.sh"
# shellcheck source=local-stack/src/main/sh/pages.sh
. "$ROOT/local-stack/src/main/sh/pages.sh"

usage() {
    cat <<'END'
usage: ./start.sh                         build what is missing, start all, wait until it is healthy
       ./start.sh status                  each part's health; exit code 0 only when all are up
       ./start.sh logs [PART] [-f]        what the parts said; -f follows
       ./start.sh stop                    end all parts
       ./start.sh reset [--yes]           end all parts and delete all data
       ./start.sh producer ...            simulate readings or import a file (--help tells more)
       ./start.sh consumer ...            rebuild months and cases, replay dead letters, try rules
       ./start.sh evaluate FILE --truth TRUTH ...
                                          what the detection finds in a file whose anomalies are known
       ./start.sh archiver ...            archive days
       ./start.sh restorer ...            bring archived days back
       ./start.sh bench [--quick] [--json] [PART ...]
                                          measure ingest, scale-out, latency and start; bench archive, api, dashboard
       ./start.sh screenshots             pictures of all pages with 10000 clients, some of them for docs/images

Docker Compose runs all this where a Docker engine answers, else processes of this machine do: ./start.sh --docker ...
or --local ... says which. bench, screenshots, and an installation in a CONSUMO_HOME of its own, do without Docker.

Parts: kafka postgres mongodb consumer producer api archiver dashboard
Data lies in CONSUMO_HOME (default .consumo); CONSUMO_<PART>_PORT moves a port. Variables are read from .env too.
END
}

command_of_part() {
    local name=$1 part=$1 main
    shift
    case $name in
        producer) main=io.consumo.producer.cli.ProducerCommand ;;
        consumer) main=io.consumo.consumer.cli.ConsumerCommand ;;
        archiver) main=io.consumo.archiver.cli.ArchiverCommand ;;
        restorer) main=io.consumo.archiver.cli.RestorerCommand part=archiver ;;
    esac
    if [ "$MODE" = docker ]; then run_on_docker "$part" "$name" "$@"; else run_command "$part" "$main" "$@"; fi
}

main() {
    local wanted=''
    case ${1:-} in --local | --docker) wanted=${1#--} && shift ;; esac
    case ${1:-} in
        '' | status | logs | stop | reset | producer | consumer | archiver | restorer) choose_mode "$wanted" ;;
        bench | screenshots | evaluate) MODE=local ;;
        help | -h | --help) usage && return ;;
        *) usage >&2 && exit 2 ;;
    esac
    case ${1:-}:$MODE in
        :local) start_locally ;;
        :docker) start_on_docker ;;
        status:local) show_status ;;
        status:docker) show_status_on_docker ;;
        logs:local) shift && show_logs "$@" ;;
        logs:docker) shift && show_logs_on_docker "$@" ;;
        stop:local) stop_all ;;
        stop:docker) stop_on_docker ;;
        reset:local) shift && reset "$@" ;;
        reset:docker) shift && reset_on_docker "$@" ;;
        bench:*)
            [ "$wanted" != docker ] || complain 'bench measures stores of its own, without Docker.'
            shift && bench "$@"
            ;;
        screenshots:*) bench "$@" ;;
        evaluate:*) run_command consumer io.consumo.consumer.cli.ConsumerCommand "$@" ;;
        *) command_of_part "$@" ;;
    esac
}

read_settings
main "$@"
