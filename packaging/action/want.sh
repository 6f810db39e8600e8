#!/usr/bin/env bash
# Decides which heaplint the action takes, for which kind of machine, and where it is kept: version, target, folder, key, cached.
set -euo pipefail

fail() {
    echo "::error title=heaplint::$1"
    exit 2
}

install=${HEAPLINT_INSTALL:-release}
version=${HEAPLINT_VERSION:-}
if [ -z "$version" ] && [[ ${HEAPLINT_ACTION_REF:-} =~ ^v?([0-9]+\.[0-9]+\.[0-9]+)$ ]]; then
    version=${BASH_REMATCH[1]}
fi
version=${version#v}
case $install in
path) cached=false ;;
release | pip | cargo)
    cached=true
    [[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+([-+.0-9A-Za-z]*)$ ]] ||
        fail "say which version, as in version 0.1.0: the action was not asked by a version's tag"
    ;;
*) fail "install is one of release, pip, cargo and path" ;;
esac

case ${RUNNER_OS:-}-${RUNNER_ARCH:-} in
Linux-X64) target=x86_64-unknown-linux-musl ;;
Linux-ARM64) target=aarch64-unknown-linux-musl ;;
macOS-X64) target=x86_64-apple-darwin ;;
macOS-ARM64) target=aarch64-apple-darwin ;;
Windows-X64) target=x86_64-pc-windows-msvc ;;
*)
    target=none
    [ "$install" != release ] || fail "there is no binary for ${RUNNER_OS:-this system} on ${RUNNER_ARCH:-this processor}; try install cargo"
    ;;
esac

{
    echo "version=$version"
    echo "target=$target"
    echo "folder=$RUNNER_TEMP/heaplint-$install-$version"
    echo "key=heaplint-$install-$version-${RUNNER_OS:-}-${RUNNER_ARCH:-}"
    echo "cached=$cached"
} >>"$GITHUB_OUTPUT"
