# Builds what is missing or older than its sources. Wants: ROOT, HOME_DIR, and parts.sh.
# shellcheck shell=bash

readonly MODULES='local-stack consumer-service producer-service api-service archiver-service dashboard-service'

# Told by change times, since the jars' own dates are fixed, and by the end of the last build, since Maven leaves a jar
# alone whose contents would be the same.
needs_build() {
    local module jar newer=()
    [ ! -f "$ROOT/target/.built" ] || newer=(-newer "$ROOT/target/.built")
    for module in $MODULES; do
        jar=$(built_jar_of "$module")
        [ -f "$jar" ] || return 0
        [ -z "$(find "$ROOT/pom.xml" "$ROOT/common-model/src/main" "$ROOT/$module/pom.xml" "$ROOT/$module/src/main" \
            -newermc "$jar" ${newer[@]+"${newer[@]}"} -print -quit 2>/dev/null)" ] || return 0
    done
    [ -d "$ROOT/local-stack/target/lib" ] || return 0
    return 1
}

build() {
    local log="$HOME_DIR/logs/build.log" started=$SECONDS maven begun
    find_maven
    say "Building (the first time Maven downloads its libraries; log: $log)"
    mkdir -p "$ROOT/target"
    begun=$(mktemp "$ROOT/target/.begun.XXXXXX")
    (cd "$ROOT" && exec "$MVN" -B -DskipTests package >"$log" 2>&1 </dev/null) &
    maven=$!
    while kill -0 "$maven" 2>/dev/null; do
        sleep 1
        [ $(((SECONDS - started) % 20)) -ne 0 ] || say "  $((SECONDS - started)) s  $(sed -n 's/^\[INFO\] Building \([a-z-]*\) .*\(\[.*\]\)$/\1 \2/p' "$log" | tail -n 1)"
    done
    if ! wait "$maven"; then
        rm -f "$begun"
        grep '^\[ERROR\]' "$log" | head -n 30 >&2 || true
        fail "The build failed after $((SECONDS - started)) s; all of it is in $log"
    fi
    mv "$begun" "$ROOT/target/.built"
    say "  built in $((SECONDS - started)) s"
}
