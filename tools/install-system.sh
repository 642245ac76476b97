#!/usr/bin/env bash
# Install Debian packages that are not there yet: tools/install-system.sh chromium fonts-liberation
# Ends at once when nothing is missing. Never asks for a password: without the right to install, it says what to type.
set -euo pipefail

present() {
  case $1 in
    # Any Chromium will do, wherever it came from; tools/browser.py looks for the same names.
    chromium)
      [ -z "${CHROMIUM:-}" ] || { command -v "$CHROMIUM" >/dev/null; return; }
      for name in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" >/dev/null && return
      done
      [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ] ;;
    libreoffice*) command -v soffice >/dev/null ;;
    nginx*) PATH=$PATH:/usr/sbin command -v nginx >/dev/null ;;
    nodejs) command -v node >/dev/null ;;
    python3-venv) python3 -c 'import ensurepip, venv' 2>/dev/null ;;
    # Fonts only make pictures equal between Debian machines; elsewhere they are not asked for.
    fonts-*) ! command -v dpkg-query >/dev/null || dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q ' installed' ;;
    *) dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q ' installed' ;;
  esac
}

missing=()
for package in "$@"; do
  present "$package" || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
  echo "Missing: ${missing[*]} (Debian's names). This system has no apt-get; install them its own way." >&2
  exit 1
fi
if [ "$(id -u)" -eq 0 ]; then
  as_root=()
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
  as_root=(sudo -n)
else
  echo "Missing: ${missing[*]}. To install: sudo apt-get install --no-install-recommends ${missing[*]}" >&2
  exit 1
fi

echo "Installing ${missing[*]} with apt-get." >&2
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2

for package in "${missing[@]}"; do
  present "$package" || { echo "$package was installed, but still cannot be found." >&2; exit 1; }
done
