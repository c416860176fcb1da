#!/usr/bin/env bash
# The test command: all tests, the long parts too. Ends with the plain line "N passed, N failed".
# It installs what it needs beyond the SDK from the system's packages; a part that cannot start counts as failed.
set -u
cd "$(dirname "$0")/.." || exit 2
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
passed=0 failed=0

count() { # count NAME FILE STATUS: adds up the closing lines that the runner printed
    local p f
    p=$(grep -oE 'Passed: +[0-9]+' "$2" | grep -oE '[0-9]+' | paste -sd+ | bc)
    f=$(grep -oE 'Failed: +[0-9]+' "$2" | grep -oE '[0-9]+' | paste -sd+ | bc)
    p=${p:-0} f=${f:-0}
    if [ "$3" -ne 0 ] && [ "$f" -eq 0 ]; then f=1; fi        # it died before it could count
    if [ "$3" -eq 0 ] && [ "$p" -eq 0 ]; then f=1; fi        # it ran nothing
    passed=$((passed + p)) failed=$((failed + f))
    echo "--- $1: $p passed, $f failed"
}

part() { # part NAME COMMAND...
    local name=$1 out status
    shift
    out=$(mktemp)
    echo "--- $name"
    "$@" 2>&1 | tee "$out"
    status=${PIPESTATUS[0]}
    count "$name" "$out" "$status"
    rm -f "$out"
}

command -v bc >/dev/null || { apt-get update -qq && apt-get install -y -qq bc; } >/dev/null

part "dotnet test" dotnet test BansosBot.sln -c Release --nologo

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
