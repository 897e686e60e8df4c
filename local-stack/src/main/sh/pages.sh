# Looks at the dashboard of an installation with many clients: measures its pages, or takes pictures of them.
# Wants: bench.sh, installation.sh and parts.sh.
# shellcheck shell=bash

readonly PAGES_PARTS="$STORES $SERVICES"

# Two months of 10,000 clients are more than a demo, which the local MongoDB server's heap is meant for.
more_memory_for_mongodb() { export CONSUMO_MONGODB_JAVA_OPTS=${CONSUMO_MONGODB_JAVA_OPTS:--Xmx2g -XX:MaxDirectMemorySize=512m}; }

# prepare_pages CLIENTS DAYS: history, then the readings of today up to now, and further ones as their intervals end.
prepare_pages() {
    measure "$1" "$2" --anomalies 0.01
    (run_command producer io.consumo.producer.cli.ProducerCommand continuous --clients "$1" --days 1) >"$HOME_DIR/feed.log" 2>&1 &
    FEED_PID=$!
    sleep 20
    kill -0 "$FEED_PID" 2>/dev/null || fail "No readings of today: $(cat "$HOME_DIR/feed.log")"
    await_followed
}

await_followed() {
    local begun=$SECONDS
    until http_get "$PROBE_HOST" "$(port_of consumer)" /health | grep -q '"lag":0,"marks":0'; do
        [ $((SECONDS - begun)) -lt "$BENCH_PATIENCE" ] || fail "The readings of today are not followed up after $BENCH_PATIENCE s"
        sleep 1
    done
}

end_feed() { kill "$FEED_PID" 2>/dev/null || true; }

# measure_pages CLIENTS DAYS
measure_pages() {
    local code=0
    prepare_pages "$1" "$2"
    say 'Measuring the pages in a browser (some minutes)'
    in_browser DashboardBench || code=$?
    end_feed
    cat "$ROOT/dashboard-service/target/dashboard-bench.txt"
    return "$code"
}

# take_screenshots CLIENTS DAYS
take_screenshots() {
    local code=0
    prepare_pages "$1" "$2"
    say 'Archiving what lies before the window'
    (run_command archiver io.consumo.archiver.cli.ArchiverCommand --json) >"$HOME_DIR/run.json"
    say 'Visiting all pages in a browser (some minutes)'
    in_browser Screenshots || code=$?
    end_feed
    [ "$code" -eq 0 ] || return "$code"
    say "All pictures: dashboard-service/target/screenshots/tour; those that the documents show: docs/images"
}

# in_browser CLASS: runs one class of the dashboard's tests on the installation that is up.
in_browser() {
    local log=$ROOT/dashboard-service/target/$1.log
    find_maven
    mkdir -p "${log%/*}"
    if (cd "$ROOT" && "$MVN" -B -ntp -Dstyle.color=never verify -pl dashboard-service -am -Dtest=None -Dit.test="$1" \
        -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
        "-Dconsumo.tour.dashboard=http://localhost:$(port_of dashboard)" \
        "-Dconsumo.tour.api=http://localhost:$(port_of api)" "-Dconsumo.tour.pid=$(pid_of dashboard)" >"$log" 2>&1); then
        return
    fi
    grep '^\[ERROR\]' "$log" | head -n 20 >&2 || true
    complain "See $log"
    return 1
}
