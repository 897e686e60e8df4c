# Builds what is missing or older than its sources. Wants: ROOT, HOME_DIR, and parts.sh.
# shellcheck shell=bash

readonly MODULES='local-stack bench consumer-service producer-service api-service archiver-service dashboard-service'

# Told by change times, since the jars' own dates are fixed, and by the end of the last build, since Maven leaves a jar
# alone whose contents would be the same.
needs_build() {
    local module jar newer=()
    [ ! -f "$ROOT/target/.built" ] || newer=(-newer "$ROOT/target/.built")
    for module in $MODULES; do
        jar=$(built_jar_of "$module")
        [ -f "$jar" ] || return 0
        [ -z "$(find "$ROOT/pom.xml" "$ROOT/common-model/src/main" "$ROOT/common-service/src/main" \
            "$ROOT/$module/pom.xml" "$ROOT/$module/src/main" \
            ! -path '*/main/sh*' -newermc "$jar" ${newer[@]+"${newer[@]}"} -print -quit)" ] || return 0
    done
    ! [ -d "$ROOT/local-stack/target/lib" ] || ! [ -d "$ROOT/bench/target/lib" ]
}

build() {
    local log="$HOME_DIR/logs/build.log" begun ticker failed=''
    find_maven
    say "Building (the first time Maven downloads its libraries; log: $log)"
    mkdir -p "$ROOT/target"
    begun=$(mktemp "$ROOT/target/.begun.XXXXXX")
    SECONDS=0
    tell_build_progress "$log" &
    ticker=$!
    (cd "$ROOT" && "$MVN" -B -DskipTests package >"$log" 2>&1 </dev/null) || failed=yes
    kill "$ticker" 2>/dev/null || true
    wait "$ticker" 2>/dev/null || true
    if [ -n "$failed" ]; then
        rm -f "$begun"
        grep '^\[ERROR\]' "$log" | head -n 30 >&2 || true
        fail "The build failed after $SECONDS s; all of it is in $log"
    fi
    mv "$begun" "$ROOT/target/.built"
    say "  built in $SECONDS s"
}

tell_build_progress() {
    while sleep 15; do
        say "$(printf '%4d s  ' "$SECONDS")$(sed -n 's/^\[INFO\] Building \([a-z-]*\) .*\(\[.*\]\)$/\1 \2/p' "$1" | tail -n 1)"
    done
}
