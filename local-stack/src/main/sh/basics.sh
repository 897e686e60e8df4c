# What start.sh and test.sh share: words to the user, and the JDK, Maven and .env of this machine.
# shellcheck shell=bash

say() { printf '%s\n' "$*"; }
complain() { printf '%s\n' "$*" >&2; }
fail() {
    complain "$@"
    exit 1
}

is_mac() { [ "$(uname -s)" = Darwin ]; }

# Takes KEY=VALUE lines of the project's .env; what the caller has set stays.
read_env_file() {
    local line key value
    [ -f "$1" ] || return 0
    while IFS= read -r line || [ -n "$line" ]; do
        line=${line%$'\r'}
        [[ $line =~ ^[[:space:]]*(export[[:space:]]+)?([A-Za-z_][A-Za-z0-9_]*)=(.*)$ ]] || continue
        key=${BASH_REMATCH[2]}
        value=${BASH_REMATCH[3]}
        case $value in
            \"*\" | \'*\') value=${value:1:${#value}-2} ;;
            *) value=${value%%[[:space:]]#*} ;;
        esac
        [ -n "${!key+set}" ] || export "$key=$value"
    done <"$1"
}

readonly JAVA_WANTED=25

# The major version of the JDK in a folder; nothing when there is none.
jdk_version() {
    local release
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 0
    release=$(<"$1/release")
    [[ $release =~ JAVA_VERSION=\"([0-9]+) ]] && printf '%s' "${BASH_REMATCH[1]}"
}

# Sets and exports JAVA_HOME: the one given when it will do, else the newest under the usual places.
find_jdk() {
    local folder version best=0 found=''
    version=$(jdk_version "${JAVA_HOME:-/nowhere}")
    if [ "${version:-0}" -ge "$JAVA_WANTED" ]; then
        export JAVA_HOME
        return
    fi
    for folder in /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /usr/local/* "$HOME"/.sdkman/candidates/java/* \
        "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        version=$(jdk_version "$folder")
        if [ "${version:-0}" -ge "$JAVA_WANTED" ] && [ "$version" -gt "$best" ]; then
            best=$version
            found=$folder
        fi
    done
    if [ -z "$found" ]; then
        complain "Consumo needs a JDK $JAVA_WANTED or newer, and none was found (JAVA_HOME is ${JAVA_HOME:-not set})."
        if is_mac; then
            complain "Install one, for instance:  brew install --cask temurin@$JAVA_WANTED"
        else
            complain "Install one, for instance:  sdk install java $JAVA_WANTED-tem   (https://sdkman.io)"
            complain "or package temurin-$JAVA_WANTED-jdk from https://adoptium.net, then run this again."
        fi
        exit 1
    fi
    JAVA_HOME=$found
    export JAVA_HOME
}

# Sets MVN.
find_maven() {
    local candidate
    for candidate in "$(command -v mvn || true)" "$HOME/.sdkman/candidates/maven/current/bin/mvn" \
        /usr/share/maven/bin/mvn /opt/maven/bin/mvn /opt/apache-maven*/bin/mvn /opt/homebrew/bin/mvn; do
        if [ -x "$candidate" ]; then
            MVN=$candidate
            return
        fi
    done
    complain "Consumo needs Maven 3.8 or newer to build, and mvn was not found."
    if is_mac; then
        fail "Install it:  brew install maven"
    fi
    fail "Install it:  sudo apt-get install maven   (or: sdk install maven)"
}
