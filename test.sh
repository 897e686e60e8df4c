#!/usr/bin/env bash
# Runs every test; needs no Docker and does not touch a running installation. Where a Docker engine has the images of the
# stores, those tests that are about a store run on them once more. Options go to Maven, for instance
# -pl consumer-service -am. Ends with the line "N passed, N failed".
#
# ./test.sh --faults [--seeds N] [--from SEED] runs only the tests in which everything fails at seeded moments, with N seeds
# each (default 10) from SEED (default 1) on. Seeds that passed are written to target/faults/seeds.log and skipped the next
# time for the same sources, so that a long run may be interrupted.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=local-stack/src/main/sh/basics.sh
. "$ROOT/local-stack/src/main/sh/basics.sh"
# shellcheck source=local-stack/src/main/sh/docker.sh
. "$ROOT/local-stack/src/main/sh/docker.sh"

readonly STORE_IMAGES='apache/kafka:4.3.1 postgres:15 mongo:7'
readonly STORE_TESTS='ThrowawayStoresIT,Kafka*IT,Postgres*IT,Mongo*IT'

readonly FAULTS_USAGE='./test.sh --faults [--seeds N] [--from SEED]'
readonly FAULT_MODULES=consumer-service,api-service,archiver-service
readonly FAULT_TESTS=FaultsIT,SystemFaultsIT
readonly FAULT_SOURCES=(common-model common-service consumer-service api-service archiver-service local-stack pom.xml)
readonly SEED_LOG=$ROOT/target/faults/seeds.log

has_browser() {
    local name
    for name in chromium chromium-browser google-chrome; do
        if command -v "$name" >/dev/null; then return 0; fi
    done
    [ -d '/Applications/Google Chrome.app' ] || [ -d /Applications/Chromium.app ]
}

require_browser() {
    if has_browser; then return; fi
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        say 'Installing Chromium for the tests of the pages'
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
    else
        complain 'The tests of the pages need Chromium, and none was found.'
        if is_mac; then fail 'Install it:  brew install --cask chromium'; fi
        fail 'Install it:  sudo apt-get install chromium'
    fi
}

# sum ATTRIBUTE: over all reports that are newer than the beginning.
sum() {
    find "$ROOT" -path '*/target/*-reports/TEST-*.xml' -newer "$BEGUN" -exec sed -n \
        's/.*<testsuite .*[[:space:]]'"$1"'="\([0-9]*\)".*/\1/p' {} + | awk '{sum += $1} END {print sum + 0}'
}

# Where a log of thousands of lines hides them: the tests that failed since the beginning.
tell_failures() {
    find "$ROOT" -path '*/target/*-reports/TEST-*.xml' -newer "$BEGUN" -exec awk '
        /<testcase / { name = $0; sub(/.* name="/, "", name); sub(/".*/, "", name)
                       class = $0; sub(/.* classname="/, "", class); sub(/".*/, "", class) }
        /<(failure|error)[ >]/ { what = $0; sub(/.* message="/, "", what); sub(/".*/, "", what); sub(/^ *<.*/, "", what); gsub(/&#10; */, " ", what); gsub(/&quot;/, "\"", what)
                       print "failed: " class "." name (what == "" ? "" : ": " substr(what, 1, 1500)) }' {} + | sort -u >&2
}

# What these tests run: the trees of their modules in the last commit, and what was changed in them since.
version_of_sources() {
    local trees changes
    trees=$(git -C "$ROOT" rev-parse "${FAULT_SOURCES[@]/#/HEAD:}" | git -C "$ROOT" hash-object --stdin)
    printf '%s' "${trees:0:9}"
    changes=$(git -C "$ROOT" status --porcelain -uall -- "${FAULT_SOURCES[@]}")
    [ -n "$changes" ] || return 0
    changes=$( (cd "$ROOT" && git ls-files -z -m -o --deduplicate --exclude-standard -- "${FAULT_SOURCES[@]}" | xargs -0 cat 2>/dev/null || true) |
        git -C "$ROOT" hash-object --stdin)
    printf '+%s' "${changes:0:7}"
}

# run_faults [--seeds N] [--from SEED]
run_faults() {
    local seeds=10 from=1 version test
    while [ $# -gt 0 ]; do
        case $1 in
            --seeds) seeds=${2:-} ;;
            --from) from=${2:-} ;;
            *) fail "unknown option '$1'; usage: $FAULTS_USAGE" ;;
        esac
        [[ ${2:-} =~ ^[1-9][0-9]{0,5}$ ]] || fail "$1 takes a number from 1 to 999999, not '${2:-}'; usage: $FAULTS_USAGE"
        shift 2
    done
    version=$(version_of_sources)
    run -pl "$FAULT_MODULES" -am "-Dit.test=$FAULT_TESTS" -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false \
        -Dfailsafe.failIfNoSpecifiedTests=false "-Dconsumo.seeds=$seeds" "-Dconsumo.seeds.from=$from" \
        "-Dconsumo.seeds.log=$SEED_LOG" "-Dconsumo.seeds.version=$version"
    say
    say "Passed so far with these sources ($version), see $SEED_LOG:"
    for test in ${FAULT_TESTS//,/ }; do
        say "  $test: $(grep -c "^$version $test " "$SEED_LOG" 2>/dev/null || true) seeds"
    done
    grep -hso 'seed [0-9]* failed, again with: [^:]*' "$ROOT"/*/target/failsafe-reports/*.txt | sort -u || true
}

find_jdk
find_maven
[ "${1:-}" = --faults ] || require_browser

# A setting of somebody's installation is none of the tests.
for variable in $(compgen -e | grep '^CONSUMO_' || true); do
    unset "$variable"
done
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

BEGUN=$(mktemp)
trap 'rm -f "$BEGUN"' EXIT
passed=0 failed=0 code=0

# run [OPTION...]: adds to passed and failed.
run() {
    local now
    touch "$BEGUN"
    (cd "$ROOT" && "$MVN" -B -ntp -Dstyle.color=never -fae verify "$@") || code=$?
    now=$(($(sum failures) + $(sum errors)))
    [ "$now" -eq 0 ] || tell_failures
    failed=$((failed + now))
    passed=$((passed + $(sum tests) - now - $(sum skipped)))
}

run_on_containers() {
    if ! engine_answers; then
        say 'The stores were not tested in containers: no Docker engine answers.'
        return
    fi
    # shellcheck disable=SC2086
    if ! has_images $STORE_IMAGES; then
        say "The stores were not tested in containers: the Docker engine lacks one of $STORE_IMAGES."
        return
    fi
    say "The tests of the stores once more, on $STORE_IMAGES"
    CONSUMO_TEST_STORES=docker run -pl '!dashboard-service' "-Dit.test=$STORE_TESTS" -Dtest=None \
        -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
}

if [ "${1:-}" = --faults ]; then
    shift
    run_faults "$@"
else
    run "$@"
    if [ $# -eq 0 ]; then run_on_containers; fi
fi

if [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; then
    complain 'No test failed, but the build did: see above.'
fi
say
say "$passed passed, $failed failed"
exit "$code"
