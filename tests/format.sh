#!/usr/bin/env bash
# White space as .editorconfig says; the rest of the style is checked by the build.
cd "$(dirname "$0")/.." || exit 2
if dotnet format whitespace BansosBot.sln --verify-no-changes --no-restore; then echo "Passed: 1"; else echo "Failed: 1"; exit 1; fi
