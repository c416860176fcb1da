#!/usr/bin/env bash
# The web chat in a real browser: Debian's Chromium, driven by Playwright. Not by Playwright's own download.
# Looked at by people: BANSOSBOT_SCREENSHOTS=folder keeps the pictures there.
cd "$(dirname "$0")/.." || exit 2
chromium=/usr/bin/chromium

install() {
    local root=()
    if [ "$(id -u)" -ne 0 ]; then root=(sudo -n); fi
    "${root[@]}" apt-get update -q && DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -q --no-install-recommends chromium
}

if [ ! -x "$chromium" ]; then
    install >/dev/null 2>&1
    if [ ! -x "$chromium" ]; then
        echo "$chromium is missing and could not be installed. As root: apt-get install chromium"
        echo "Failed: 1"
        exit 1
    fi
fi

dotnet test tests/BansosBot.BrowserTests -c Release --nologo -p:WithBrowser=true
