#!/usr/bin/env bash
# The two steps of action.yml. What the user wrote comes in by environment variables and is never read as a script.
set -euo pipefail

environment=${RUNNER_TEMP:?}/govlint-environment

install() {
    "${PYTHON:-python3}" -m venv "$environment"
    "$environment/bin/python" -m pip install --quiet --disable-pip-version-check "${ACTION_PATH:?}"
    # Without a browser the rules that need one are reported as untested, so the check itself says so.
    "$environment/bin/python" "$ACTION_PATH/tools/install_browser.py" ||
        echo "::warning title=govlint::No browser could be installed: rules that need one will be untested"
}

# Adds each line that is not blank to the array `lines`, without the blanks around it.
read_lines() {
    lines=()
    local line
    while IFS= read -r line || [ -n "$line" ]; do
        line=${line#"${line%%[![:space:]]*}"}
        line=${line%"${line##*[![:space:]]}"}
        [ -z "$line" ] || lines+=("$line")
    done <<<"$1"
}

check() {
    local command=("${GOVLINT:-$environment/bin/govlint}" check) code=0 lines=() rule
    [ -z "${PROFILE:-}" ] || command+=("--profile=$PROFILE")
    [ -z "${FAIL_ON:-}" ] || command+=("--fail-on=$FAIL_ON")
    [ -z "${CONFIG:-}" ] || command+=("--config=$CONFIG")
    read_lines "${RULES:-}"
    for rule in ${lines[@]+"${lines[@]}"}; do command+=("--rules=$rule"); done
    read_lines "${ARGUMENTS:-}"
    command+=(${lines[@]+"${lines[@]}"})
    command+=(--format text --format "sarif=${SARIF_FILE:?}" --format "html=${HTML_FILE:?}")
    command+=(--format "markdown=${GITHUB_STEP_SUMMARY:?}")
    read_lines "${TARGETS:-}"
    if [ ${#lines[@]} -eq 0 ]; then
        echo "::error title=govlint::The input \"targets\" is empty: name an address or a folder"
        echo "exit-code=2" >>"${GITHUB_OUTPUT:?}"
        return 2
    fi

    # A report of an earlier run must not be taken for this one's.
    rm -f -- "$SARIF_FILE" "$HTML_FILE"
    "${command[@]}" -- "${lines[@]}" || code=$?

    if [ -s "$SARIF_FILE" ]; then
        echo "sarif-written=true" >>"${GITHUB_OUTPUT:?}"
    else
        echo "::error title=govlint::govlint ended with $code and wrote no SARIF to $SARIF_FILE: nothing was checked"
        [ "$code" -ne 0 ] || code=3
    fi
    echo "exit-code=$code" >>"$GITHUB_OUTPUT"
    return "$code"
}

case ${1:-} in
    install | check) "$1" ;;
    *)
        echo "usage: action.sh install|check" >&2
        exit 2
        ;;
esac
