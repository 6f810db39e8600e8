#!/usr/bin/env bash
# Posts HEAPLINT_MARKDOWN as a comment of the pull request, or puts it in the place of the one that an earlier run posted.
#
# The report's first line is a mark that nobody sees, by which the comment is found again. A token that may not comment, as in
# pull requests from forks, costs the comment and not the job.
set -uo pipefail

comments=repos/$HEAPLINT_REPOSITORY/issues/$HEAPLINT_PULL_REQUEST/comments
mark=$(head -n 1 "$HEAPLINT_MARKDOWN")

refused() {
    echo "::warning title=heaplint::the pull request could not be commented on; pull requests from forks have no token for it, others need the permission pull-requests: write"
    exit 0
}

# Only a comment of a bot: anybody may quote the mark.
found=$(MARK=$mark gh api --paginate "$comments?per_page=100" \
    --jq '.[] | select(.user.type == "Bot" and (.body | startswith(env.MARK))) | .id') || refused
found=$(head -n 1 <<<"$found")
if [ -n "$found" ]; then
    gh api --silent --method PATCH "repos/$HEAPLINT_REPOSITORY/issues/comments/$found" --field body=@"$HEAPLINT_MARKDOWN" || refused
else
    gh api --silent --method POST "$comments" --field body=@"$HEAPLINT_MARKDOWN" || refused
fi
