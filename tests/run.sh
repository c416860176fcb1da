#!/usr/bin/env bash
# The test command: all tests, then the long parts. Ends with the plain line "N passed, N failed".
# A part that cannot start, that dies, or that runs nothing counts as failed.
set -u
cd "$(dirname "$0")/.." || exit 2
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
passed=0 failed=0

count() { # count NAME FILE STATUS: adds up the closing lines that the runners printed
    local p f
    p=$(grep -oE 'Passed: +[0-9]+' "$2" | grep -oE '[0-9]+' | awk '{ n += $1 } END { print n + 0 }')
    f=$(grep -oE 'Failed: +[0-9]+' "$2" | grep -oE '[0-9]+' | awk '{ n += $1 } END { print n + 0 }')
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

# What plants faults into the simulation to see it find them is a part of the simulation; power cuts come right after, more of them.
part "dotnet test" dotnet test BansosBot.sln -c Release --nologo --filter "FullyQualifiedName!~OffenceTests&FullyQualifiedName!~PowerCutTests"
part "planted faults" dotnet test tests/BansosBot.Tests -c Release --no-build --nologo --filter "FullyQualifiedName~OffenceTests"
part "power cuts" env BANSOSBOT_POWER_CUTS="${BANSOSBOT_POWER_CUTS:-500}" BANSOSBOT_STORE_POWER_CUTS="${BANSOSBOT_STORE_POWER_CUTS:-50}" \
    dotnet test tests/BansosBot.Tests -c Release --no-build --nologo --filter "FullyQualifiedName~PowerCutTests"
part "kills of the real process" dotnet run -c Release --project tests/BansosBot.Simulation -- kills "${BANSOSBOT_KILLS:-50}"
part "kills while lists are taken in" dotnet run -c Release --no-build --project tests/BansosBot.Simulation -- importkills "${BANSOSBOT_IMPORT_KILLS:-8}"
part "kills while officers decide" dotnet run -c Release --no-build --project tests/BansosBot.Simulation -- officekills "${BANSOSBOT_OFFICE_KILLS:-6}"
part "kills while lists move cases" dotnet run -c Release --no-build --project tests/BansosBot.Simulation -- caselistkills "${BANSOSBOT_CASE_LIST_KILLS:-3}"
part "simulation" dotnet run -c Release --no-build --project tests/BansosBot.Simulation -- simulate --events "${BANSOSBOT_SIMULATION_EVENTS:-800}" ${BANSOSBOT_SEED:+--seed "$BANSOSBOT_SEED"}
part "fairness" dotnet run -c Release --no-build --project tests/BansosBot.Simulation -- fairness "${BANSOSBOT_FAIRNESS:-120}" ${BANSOSBOT_SEED:+--seed "$BANSOSBOT_SEED"}
part "published program" dotnet run -c Release --no-build --project tests/BansosBot.Simulation -- published
part "browser" bash tests/browser.sh
part "look of the code" bash tests/format.sh

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
