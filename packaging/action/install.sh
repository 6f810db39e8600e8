#!/usr/bin/env bash
# Installs heaplint into HEAPLINT_FOLDER, where a cache may have put it already, and onto the PATH of later steps.
set -euo pipefail

fail() {
    echo "::error title=heaplint::$1"
    exit 2
}

checksum() {
    if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d' ' -f1
}

release() {
    local archive name=heaplint-v$HEAPLINT_VERSION-$HEAPLINT_TARGET
    case $HEAPLINT_TARGET in
    *windows*) archive=$name.zip ;;
    *) archive=$name.tar.gz ;;
    esac
    for file in "$archive" "$archive.sha256"; do
        curl --fail --silent --show-error --location --retry 3 --output "$work/$file" \
            "$HEAPLINT_RELEASES/v$HEAPLINT_VERSION/$file" || fail "$file could not be fetched from the release v$HEAPLINT_VERSION"
    done
    local wanted found
    wanted=$(cut -d' ' -f1 "$work/$archive.sha256")
    found=$(checksum "$work/$archive")
    [ "$wanted" = "$found" ] || fail "$archive has the checksum $found, and the release says $wanted"
    case $archive in
    *.zip) unzip -q "$work/$archive" -d "$work" ;;
    *) tar -xzf "$work/$archive" -C "$work" ;;
    esac
    mkdir -p "$HEAPLINT_FOLDER/bin"
    cp "$work/$name"/heaplint* "$HEAPLINT_FOLDER/bin/"
}

bin=$HEAPLINT_FOLDER/bin
if [ "$HEAPLINT_INSTALL" != path ]; then
    if [ ! -e "$bin/heaplint" ] && [ ! -e "$bin/heaplint.exe" ] && [ ! -e "$HEAPLINT_FOLDER/Scripts/heaplint.exe" ]; then
        work=$(mktemp -d)
        trap 'rm -rf "$work"' EXIT
        case $HEAPLINT_INSTALL in
        release) release ;;
        pip)
            python3 -m venv "$HEAPLINT_FOLDER"
            python=$HEAPLINT_FOLDER/bin/python
            [ -x "$python" ] || python=$HEAPLINT_FOLDER/Scripts/python.exe
            "$python" -m pip install --quiet --only-binary :all: "heaplint==$HEAPLINT_VERSION"
            ;;
        cargo) cargo install --quiet --locked --root "$HEAPLINT_FOLDER" "heaplint@$HEAPLINT_VERSION" ;;
        esac
    fi
    [ ! -d "$HEAPLINT_FOLDER/Scripts" ] || bin=$HEAPLINT_FOLDER/Scripts
    PATH=$bin:$PATH
    echo "$bin" >>"$GITHUB_PATH"
fi
command -v heaplint >/dev/null || fail "there is no heaplint on PATH"
heaplint --version
