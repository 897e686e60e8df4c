# The eight parts of an installation: what they are, how one is started, asked and ended.
# Wants: ROOT (the project), HOME_DIR (the installation's folder), PROBE_HOST (where its ports answer).
# shellcheck shell=bash

readonly STORES='kafka postgres mongodb'
readonly SERVICES='consumer producer api archiver dashboard'
readonly VERSION=1.0.0-SNAPSHOT
readonly PATIENCE_TO_STOP=10

is_store() { case " $STORES " in *" $1 "*) true ;; *) false ;; esac }

port_of() {
    case $1 in
        kafka) printf '%s' "${CONSUMO_KAFKA_PORT:=9092}" ;;
        postgres) printf '%s' "${CONSUMO_POSTGRES_PORT:=5432}" ;;
        mongodb) printf '%s' "${CONSUMO_MONGO_PORT:=27017}" ;;
        producer) printf '%s' "${CONSUMO_PRODUCER_PORT:=8000}" ;;
        api) printf '%s' "${CONSUMO_API_PORT:=8001}" ;;
        archiver) printf '%s' "${CONSUMO_ARCHIVER_PORT:=8002}" ;;
        consumer) printf '%s' "${CONSUMO_CONSUMER_PORT:=8003}" ;;
        dashboard) printf '%s' "${CONSUMO_DASHBOARD_PORT:=8501}" ;;
    esac
}

port_variable_of() {
    case $1 in
        mongodb) printf 'CONSUMO_MONGO_PORT' ;;
        *) printf 'CONSUMO_%s_PORT' "$(printf '%s' "$1" | tr '[:lower:]' '[:upper:]')" ;;
    esac
}

# Stores are local; services listen where CONSUMO_BIND says.
host_of() { if is_store "$1"; then printf 127.0.0.1; else printf '%s' "$PROBE_HOST"; fi; }

module_of() { if is_store "$1"; then printf local-stack; else printf '%s-service' "$1"; fi; }

built_jar_of() { printf '%s/%s/target/%s-%s.jar' "$ROOT" "$1" "$1" "$VERSION"; }

log_of() { printf '%s/logs/%s.log' "$HOME_DIR" "$1"; }

# The heap bounds what eight processes take together; only the consumer's work gains from the second compiler. What the API
# remembers of thousands of clients would make it stand still for a tenth of a second when it is collected in one go.
java_options_of() {
    case $1 in
        kafka) printf -- '-Xmx320m -XX:TieredStopAtLevel=1' ;;
        postgres) printf -- '-Xmx48m -XX:TieredStopAtLevel=1' ;;
        mongodb) printf -- '-Xmx256m -XX:MaxDirectMemorySize=64m' ;;
        consumer) printf -- '-Xmx384m' ;;
        producer) printf -- '-Xmx160m -XX:TieredStopAtLevel=1' ;;
        api) printf -- '-XX:-UseSerialGC -XX:+UseG1GC -Xmx384m -XX:TieredStopAtLevel=1' ;;
        archiver) printf -- '-Xmx192m -XX:TieredStopAtLevel=1' ;;
        dashboard) printf -- '-Xmx256m -XX:TieredStopAtLevel=1' ;;
    esac
}

# Installations run on copies, so that a build does not pull the jars out from under a running one.
app_of() { printf '%s/app/%s' "$HOME_DIR" "$1"; }

stage() {
    local module=$1 jar app
    jar=$(built_jar_of "$module")
    app=$(app_of "$module")
    # The change time: the jar's own date is fixed, so that builds are reproducible.
    if [ -f "$app/.staged" ] && [ -z "$(find "$jar" -newercm "$app/.staged")" ]; then
        return
    fi
    rm -rf "$app.new"
    mkdir -p "$app.new"
    if [ "$module" = local-stack ] || [ "$module" = bench ]; then
        cp "$jar" "$app.new/$module.jar"
        cp -R "${jar%/*}/lib" "$app.new/lib"
    else
        "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djarmode=tools -jar "$jar" extract \
            --destination "$app.new" >/dev/null
        mv "$app.new/${jar##*/}" "$app.new/$module.jar"
    fi
    touch "$app.new/.staged"
    rm -rf "$app"
    mv "$app.new" "$app"
}

# what_to_run PART: fills WHAT with what follows the options of the JVM.
what_to_run() {
    local app
    app=$(app_of "$(module_of "$1")")
    case $1 in
        kafka | postgres) WHAT=(-cp "$app/local-stack.jar:$app/lib/*" io.consumo.stack.LocalStack "$1") ;;
        mongodb) WHAT=(-cp "$app/local-stack.jar:$app/lib/*" io.consumo.stack.LocalStack mongo) ;;
        *) WHAT=(-jar "$app/$1-service.jar") ;;
    esac
}

# java_command PART NAME [ARGUMENT...]: fills COMMAND with what runs under a name, with the options of a part. The user's
# options come last, so that they win.
java_command() {
    local part=$1 name=$2 extra options
    shift 2
    extra=$(printf 'CONSUMO_%s_JAVA_OPTS' "$part" | tr '[:lower:]' '[:upper:]')
    read -r -a options <<<"$(java_options_of "$part") ${!extra:-}"
    COMMAND=("$JAVA_HOME/bin/java" "-Dconsumo.part=$HOME_DIR:$name" -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError
        --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "${options[@]}" "$@")
}

# The words in a process's command line by which it is known again.
mark_of() {
    if [ "$1" = postgres ]; then
        printf -- '-D %s/postgres/cluster ' "$HOME_DIR"
    else
        printf -- '-Dconsumo.part=%s:%s ' "$HOME_DIR" "$1"
    fi
}

pid_file_of() {
    if [ "$1" = postgres ]; then
        printf '%s/postgres/cluster/postmaster.pid' "$HOME_DIR"
    else
        printf '%s/run/%s.pid' "$HOME_DIR" "$1"
    fi
}

# The part's process, when it runs and is the one that was started: a number may have passed to another program.
pid_of() {
    local pid=''
    { read -r pid <"$(pid_file_of "$1")"; } 2>/dev/null || true
    [ -n "$pid" ] || return 0
    case "$(command_of "$pid")" in *"$(mark_of "$1")"*) printf '%s' "$pid" ;; esac
}

start_part() {
    local part=$1 log
    log=$(log_of "$part")
    what_to_run "$part"
    java_command "$part" "$part" "${WHAT[@]}"
    if [ -f "$log" ]; then mv "$log" "$log.1"; fi
    (
        cd "$HOME_DIR" || exit 1
        exec nohup "${COMMAND[@]}" >"$log" 2>&1 </dev/null
    ) &
    STARTED_PID=$!
    if [ "$part" != postgres ]; then
        printf '%s\n' "$STARTED_PID" >"$(pid_file_of "$part")"
    fi
}

# Whether the part answers, and as what it is.
is_healthy() {
    case $1 in
        kafka | postgres | mongodb) is_port_open 127.0.0.1 "$(port_of "$1")" && grep -q '^READY ' "$(log_of "$1")" ;;
        *) http_get "$PROBE_HOST" "$(port_of "$1")" "$(health_path_of "$1")" | grep -q '"status":"UP"' ;;
    esac
}

health_path_of() { if [ "$1" = api ]; then printf /api/v1/health; else printf /health; fi; }

signal_part() {
    local pid
    pid=$(pid_of "$1")
    [ -n "$pid" ] || return 0
    kill "-$2" "$pid" 2>/dev/null || true
}

# Ends the parts together, each within PATIENCE_TO_STOP.
stop_parts() {
    local part waiting second
    for part in "$@"; do
        # PostgreSQL's fast shutdown is SIGINT.
        if [ "$part" = postgres ]; then signal_part "$part" INT; else signal_part "$part" TERM; fi
    done
    for ((second = 0; second < PATIENCE_TO_STOP * 10; second++)); do
        waiting=''
        for part in "$@"; do
            [ -z "$(pid_of "$part")" ] || waiting="$waiting $part"
        done
        [ -n "$waiting" ] || break
        sleep 0.1
    done
    for part in $waiting; do
        say "  $part did not end within $PATIENCE_TO_STOP s and is killed"
        if [ "$part" = postgres ]; then signal_part "$part" QUIT; else signal_part "$part" KILL; fi
    done
    for part in "$@"; do
        [ "$part" = postgres ] || rm -f "$(pid_file_of "$part")"
    done
}

# Megabytes that a part holds, shared pages counted once where the system tells.
megabytes_of() {
    local pid pids
    pid=$(pid_of "$1")
    [ -n "$pid" ] || return 0
    if [ -r "/proc/$pid/smaps_rollup" ]; then
        for pid in $pid $([ "$1" != postgres ] || cat "/proc/$pid/task/$pid/children"); do
            cat "/proc/$pid/smaps_rollup"
        done 2>/dev/null | awk '/^Pss:/ {sum += $2} END {printf "%.0f", sum / 1024}'
    else
        ps -o rss= -p "$pid" | awk '{printf "%.0f", $1 / 1024}'
    fi
}
