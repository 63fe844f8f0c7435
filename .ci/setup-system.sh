#!/usr/bin/env bash
# Sees to the Debian packages impactapp needs: installs them as root, else prints the one line that does.
# Usage: .ci/setup-system.sh run|test [PYTHON]
# Ends with 1 only where nothing can work without them; packages that only some tests need never stop anything.
set -euo pipefail
purpose=$1 python=${2:-python3}

qt=(libgl1 libegl1 libxkbcommon0 libfontconfig1 libglib2.0-0 libdbus-1-3)
window=(libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0)
stories=(xvfb xauth openbox dbus at-spi2-core)
exports=(libreoffice-calc libreoffice-writer libreoffice-impress poppler-utils unzip)

absent() {
  local package
  for package in "$@"; do # newer releases call some of them …t64
    { dpkg-query -W -f '${db:Status-Status}\n' "$package" "${package}t64" 2>/dev/null || true; } | grep -qx installed || echo "$package"
  done
}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "impactapp needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3" >&2
  exit 1
fi
command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || exit 0 # not a Debian: its Qt libraries are its owner's

needed=$(absent "${qt[@]}" "${window[@]}")
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  needed="$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])') $needed"
fi
wanted=
if [ "$purpose" = test ]; then wanted=$(absent "${stories[@]}" "${exports[@]}"); fi
missing=$(echo $needed $wanted)
[ -n "$missing" ] || exit 0

line="apt-get install -y --no-install-recommends $missing"
if [ "$(id -u)" = 0 ]; then
  echo "Installing system packages: $missing"
  export DEBIAN_FRONTEND=noninteractive
  mkdir -p build
  if apt-get update -qq >build/apt.log 2>&1 && $line >>build/apt.log 2>&1 </dev/null; then exit 0; fi
  echo "The packages could not be installed (build/apt.log says why)." >&2
else
  echo "Missing system packages; install them with: sudo $line" >&2
fi
[ -z "$(echo $needed)" ]
