#!/usr/bin/env bash
# The browser of the end-to-end tests: the one that TYRIAN_CHROMIUM names or that is installed, else Debian's.
set -euo pipefail
for name in "${TYRIAN_CHROMIUM:-}" chromium chromium-browser google-chrome; do
  if [ -n "$name" ] && command -v "$name" >/dev/null; then exit 0; fi
done
if ! command -v apt-get >/dev/null; then
  echo 'No Chromium here: install one, or name it in TYRIAN_CHROMIUM.' >&2
  exit 1
fi
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-core >/dev/null
