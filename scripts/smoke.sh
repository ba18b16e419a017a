#!/usr/bin/env bash
# Starts the program with a given node and asks it for one chat: smoke.sh NODE [CLI]
set -euo pipefail
node=$1
cli=${2:-$(cd "$(dirname "$0")/.." && pwd)/apps/tyrian/dist/cli.js}
data=$(mktemp -d)
"$node" "$cli" check 'How do I bake bread?' >/dev/null
"$node" "$cli" serve --port 0 --data "$data/data" --log warn --json >"$data/ready.json" &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null; rm -rf "$data"' EXIT
for _ in $(seq 120); do [ -s "$data/ready.json" ] && break; kill -0 "$server"; sleep 0.25; done
url=$("$node" -p "JSON.parse(require('fs').readFileSync('$data/ready.json','utf8')).url")
key=$("$node" -p "JSON.parse(require('fs').readFileSync('$data/ready.json','utf8')).key")
curl -sf -H "authorization: Bearer $key" -H 'content-type: application/json' "$url/v1/chat/completions" \
  -d '{"model":"demo","messages":[{"role":"user","content":"Tell me about otters."}]}' | grep -q '"choices"'
curl -sf "$url/console" | grep -q 'id="console"'
"$node" "$cli" audit verify --data "$data/data" --json | grep -q '"intact":true'
echo "smoke passed on $("$node" --version)"
