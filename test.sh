#!/usr/bin/env bash
# Runs every test; needs no Docker and does not touch a running installation. Options go to Maven, for instance
# -pl consumer-service -am. Ends with the line "N passed, N failed".
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=local-stack/src/main/sh/basics.sh
. "$ROOT/local-stack/src/main/sh/basics.sh"

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

find_jdk
find_maven
require_browser

# A setting of somebody's installation is none of the tests.
for variable in $(compgen -e | grep '^CONSUMO_' || true); do
    unset "$variable"
done
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

BEGUN=$(mktemp)
trap 'rm -f "$BEGUN"' EXIT
code=0
(cd "$ROOT" && "$MVN" -B -ntp -Dstyle.color=never -fae verify "$@") || code=$?

failed=$(($(sum failures) + $(sum errors)))
passed=$(($(sum tests) - failed - $(sum skipped)))
if [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; then
    complain 'No test failed, but the build did: see above.'
fi
say
say "$passed passed, $failed failed"
exit "$code"
