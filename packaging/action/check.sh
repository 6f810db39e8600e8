#!/usr/bin/env bash
# Runs heaplint check and keeps what it says, as annotations, SARIF and Markdown; its exit code is for the action's last step.
set -uo pipefail

# The lines of a variable as words; empty lines are none.
words=()
each_line() {
    local line
    while IFS= read -r line || [ -n "$line" ]; do
        line=${line%$'\r'}
        [ -z "$line" ] || words+=("${@:2}" "$line")
    done <<<"$1"
}

folder=$(mktemp -d "$RUNNER_TEMP/heaplint.XXXXXX")
sarif=$folder/heaplint.sarif markdown=$folder/heaplint.md
format=text
[ "${HEAPLINT_ANNOTATE:-true}" != true ] || format=github

each_line "${HEAPLINT_PROFILE:-}" --profile
[ -z "${HEAPLINT_MERGE_BASE:-}" ] || words+=(--merge-base "$HEAPLINT_MERGE_BASE")
each_line "${HEAPLINT_ARGS:-}"
words+=(--)
each_line "${HEAPLINT_PATHS:-./...}"

heaplint check --fail-on "${HEAPLINT_FAIL_ON:-any}" --format "$format" --output "sarif=$sarif" --output "markdown=$markdown" \
    "${words[@]}"
code=$?

echo "exit-code=$code" >>"$GITHUB_OUTPUT"
# A run that was refused has no report.
for name in sarif markdown; do
    [ ! -e "${!name}" ] || echo "$name=${!name}" >>"$GITHUB_OUTPUT"
done
# GitHub takes summaries up to 1 MiB.
if [ "${HEAPLINT_SUMMARY:-true}" = true ] && [ -e "$markdown" ] && [ "$(wc -c <"$markdown")" -lt 1000000 ]; then
    cat "$markdown" >>"$GITHUB_STEP_SUMMARY"
fi
exit 0
