# Ports and HTTP without curl, ss or lsof where they are missing.
# shellcheck shell=bash

is_port_open() { (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; }

# http_get HOST PORT PATH [HEADER]: prints the answer, head and body; fails when there is none.
http_get() {
    (
        exec 3<>"/dev/tcp/$1/$2" || exit 1
        printf 'GET %s HTTP/1.1\r\nHost: %s:%s\r\nAccept: application/json\r\nConnection: close\r\n%s\r\n' \
            "$3" "$1" "$2" "${4:+$4$'\r\n'}" >&3
        while IFS= read -r -t 5 line <&3 || [ -n "$line" ]; do
            printf '%s\n' "$line"
        done
    ) 2>/dev/null
}

# field NAME: the value of a number or word in the JSON that is read.
field() { sed -n 's/.*"'"$1"'":"\{0,1\}\([^",}]*\).*/\1/p' | head -n 1; }

# The process that listens on a port, as "pid 123 (java -jar ...)"; nothing when it cannot be told.
port_holder() {
    local pid=''
    if [ -r /proc/net/tcp ]; then
        pid=$(listener_in_proc "$1")
    elif command -v lsof >/dev/null; then
        pid=$(lsof -nP -t -iTCP:"$1" -sTCP:LISTEN 2>/dev/null | head -n 1)
    fi
    [ -n "$pid" ] && printf 'process %s: %s' "$pid" "$(command_of "$pid" | cut -c 1-160)"
}

listener_in_proc() {
    local inode link
    for inode in $(awk -v port="$(printf ':%04X$' "$1")" '$4 == "0A" && $2 ~ port {print $10}' \
        /proc/net/tcp /proc/net/tcp6 2>/dev/null); do
        link=$(find /proc/[0-9]*/fd -lname "socket:\[$inode\]" -print -quit 2>/dev/null || true)
        if [ -n "$link" ]; then
            link=${link#/proc/}
            printf '%s' "${link%%/*}"
            return
        fi
    done
}

# The command line of a process; nothing when it does not run.
command_of() {
    if [ -r "/proc/$1/cmdline" ]; then
        # It may end in between.
        { tr '\0' ' ' <"/proc/$1/cmdline"; } 2>/dev/null || true
    elif ! [ -d /proc/self ]; then
        ps -o command= -p "$1" 2>/dev/null || true
    fi
}
