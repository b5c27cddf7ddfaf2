#!/bin/sh
# Makes the virtual environment named by the first argument, unless it is there. PYTHON names another interpreter.
set -eu

environment=$1
if [ -x "$environment/bin/python" ] && "$environment/bin/python" -m pip --version >/dev/null 2>&1; then
    exit 0
fi

new_enough() {
    command -v "$1" >/dev/null 2>&1 && "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

can_make_environments() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null
}

# Prints how to become root without a question; fails where there is no way or no apt.
root_with_apt() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" -ne 0 ] || return 0
    sudo -n true 2>/dev/null && printf 'sudo -n'
}

python=
for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
    if new_enough "$candidate"; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    found=$(${PYTHON:-python3} --version 2>/dev/null | head -n 1) || found=
    echo "error: govlint needs Python 3.11 or later, and ${PYTHON:-python3} is ${found:-not there}." >&2
    echo "Install a newer one, or name it: make PYTHON=/path/to/python3.12" >&2
    exit 1
fi

if ! can_make_environments "$python"; then
    package=python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv
    if become=$(root_with_apt); then
        echo "$python cannot make virtual environments: installing $package with apt-get"
        $become apt-get update -qq && $become apt-get install -y -qq --no-install-recommends "$package" >/dev/null || true
    fi
    if ! can_make_environments "$python"; then
        echo "error: $python cannot make virtual environments: its module ensurepip is missing." >&2
        echo "On Debian and Ubuntu: sudo apt-get install $package" >&2
        exit 1
    fi
fi

"$python" -m venv "$environment"
