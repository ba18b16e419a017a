#!/usr/bin/env bash
# Packs the program, installs it into an empty folder as a user would, and runs the library example and the commands.
set -euo pipefail
repo=$(cd "$(dirname "$0")/.." && pwd)
folder=$1
mkdir -p "$folder"
tarball=$(cd "$repo/apps/tyrian" && npm pack --silent --pack-destination "$folder")
cd "$folder"
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent "./$tarball"
echo "packed: $(du -sk "$tarball" | cut -f1) KB; installed: $(du -sm node_modules | cut -f1) MB"
[ "$(du -sm node_modules | cut -f1)" -lt 400 ] || { echo 'an installed tyrian must stay under 400 MB'; exit 1; }

npx tyrian --help | grep -q 'serve'
npx tyrian check 'How do I bake bread?' | grep -q '^allowed'
cp "$repo/docs/guide/library-example.mjs" example.mjs
node example.mjs
bash "$repo/scripts/smoke.sh" "$(command -v node)" "$folder/node_modules/tyrian/dist/cli.js"
