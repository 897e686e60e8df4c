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
# shellcheck source=local-stack/src/main/sh/bench.sh
. "$ROOT/local-stack/src/main/sh/bench.sh"

usage() {
    cat <<'END'
usage: ./start.sh [--local | --docker]    build what is missing, start all, wait until it is healthy
       ./start.sh status                  each part's health; exit code 0 only when all are up
       ./start.sh logs [PART] [-f]        what the parts said; -f follows
       ./start.sh stop                    end all parts
       ./start.sh reset [--yes]           end all parts and delete all data
       ./start.sh producer ...            simulate readings or import a file (--help tells more)
       ./start.sh consumer ...            rebuild months and cases, replay dead letters
       ./start.sh evaluate FILE --truth TRUTH ...
                                          what the detection finds in a file whose anomalies are known
       ./start.sh archiver ...            archive days
       ./start.sh restorer ...            bring archived days back
       ./start.sh bench                   measure readings a second from the topic to the stores

Parts: kafka postgres mongodb consumer producer api archiver dashboard
Data lies in CONSUMO_HOME (default .consumo); CONSUMO_<PART>_PORT moves a port. Variables are read from .env too.
END
}

has_docker() { command -v docker >/dev/null && docker info >/dev/null 2>&1; }

start_on_docker() {
    if ! [ -f "$ROOT/docker-compose.yml" ]; then
        complain "--docker comes with the Compose file, and there is no docker-compose.yml yet. Use ./start.sh --local."
    else
        complain "Use docker compose up -d --build: this script does not drive Docker yet."
    fi
    exit 2
}

start() {
    case ${1:-} in
        --local) start_locally ;;
        --docker) start_on_docker ;;
        '') if [ -f "$ROOT/docker-compose.yml" ] && has_docker; then start_on_docker; else start_locally; fi ;;
        *)
            usage >&2
            exit 2
            ;;
    esac
}

main() {
    case ${1:-} in
        status) show_status ;;
        logs) shift && show_logs "$@" ;;
        stop) stop_all ;;
        reset) shift && reset "$@" ;;
        producer) shift && run_command producer io.consumo.producer.cli.ProducerCommand "$@" ;;
        consumer) shift && run_command consumer io.consumo.consumer.cli.ConsumerCommand "$@" ;;
        evaluate) run_command consumer io.consumo.consumer.cli.ConsumerCommand "$@" ;;
        archiver) shift && run_command archiver io.consumo.archiver.cli.ArchiverCommand "$@" ;;
        restorer) shift && run_command archiver io.consumo.archiver.cli.RestorerCommand "$@" ;;
        bench) shift && bench "$@" ;;
        help | -h | --help) usage ;;
        *) start "$@" ;;
    esac
}

read_settings
main "$@"
