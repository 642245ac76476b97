#!/bin/sh
# Starts the School Sustainability Explorer on macOS and Linux: a double click, or `sh start.command`.
# The first start makes a place for the program in ~/.local/share/school-explorer; later ones take seconds.
set -u
cd "$(dirname "$0")" || exit 1
place="${XDG_DATA_HOME:-$HOME/.local/share}/school-explorer"

stop() {
  printf '\n%s\n' "$@" >&2
  if [ -t 0 ]; then
    printf '\nPress Return to close. '
    read -r _
  fi
  exit 1
}

# A folder that was made for computers without internet has wheels; a copy of the project has a lock.
if [ -f wheels/pythons.txt ]; then
  versions=$(tr -d '\r' <wheels/pythons.txt)
  made=wheels/made.txt
elif [ -f requirements.lock ]; then
  versions='3.12 3.13 3.14 3.11'
  made=requirements.lock
else
  stop 'This folder is not complete. Unpack the whole zip file, then start again from the unpacked folder.'
fi

fits() { # whether $1 is Python $2
  "$1" -c 'import sys; sys.exit(".".join(map(str, sys.version_info[:2])) != sys.argv[1])' "$2" 2>/dev/null
}

look_for() {
  for version in $versions; do
    for python in "python$version" "/Library/Frameworks/Python.framework/Versions/$version/bin/python$version" \
      "/opt/homebrew/bin/python$version" "/usr/local/bin/python$version" python3; do
      # Apple's own python3 is too old, or only asks whether to install it.
      [ "$python $(command -v python3) $(uname)" = 'python3 /usr/bin/python3 Darwin' ] && continue
      fits "$python" "$version" && return
    done
  done
  python=''
}

make_place() {
  look_for
  [ -n "$python" ] || stop "Python was not found here. This folder needs one of these versions: $versions." \
    'Install it from https://www.python.org/downloads/ and start again.'
  "$python" -c 'import ensurepip, venv' 2>/dev/null ||
    stop "Python $version is here, but not the part of it that makes environments." \
      "On Debian and Ubuntu install it with: sudo apt install python$version-venv. Then start again."
  echo 'The first start puts the program in place. This takes a minute or two.'
  rm -rf "$place"
  "$python" -m venv "$place" ||
    stop "No room could be made in $place. Make sure that the disk is not full, and start again."
  if [ -f wheels/pythons.txt ]; then
    "$place/bin/python" -m pip --isolated install --quiet --disable-pip-version-check \
      --no-index --find-links wheels 'school-sustainability-explorer[slides]'
  else
    "$place/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
  fi || stop 'The packages could not be installed. The lines above say why.' \
    'They need 800 MB of free space. Without wheels in this folder they need the internet, too. Then start again.'
  cp "$made" "$place/made.txt"
}

# Another copy of this folder, or a newer one, is put in place anew.
if ! cmp -s "$made" "$place/made.txt" || ! "$place/bin/python" -c '' 2>/dev/null; then
  make_place
fi
"$place/bin/python" -m school_explorer "$@" ||
  stop 'The page has ended. If it is already open in another window, go on there.'
