#!/usr/bin/env bash
# Makes sure that a PostgreSQL answers where the tests look for one (TYRIAN_TEST_POSTGRES, else this machine's own).
set -euo pipefail
[ -n "${TYRIAN_TEST_POSTGRES:-}" ] && exit 0
answers() { node -e "require('net').connect(5432,'127.0.0.1').on('connect',()=>process.exit(0)).on('error',()=>process.exit(1))"; }
answers && exit 0
if ! command -v pg_ctlcluster >/dev/null; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql >/dev/null
fi
cluster=$(pg_lsclusters -h | head -1 | cut -d' ' -f1)
pg_ctlcluster --skip-systemctl-redirect "$cluster" main start || true
for _ in $(seq 30); do answers && break; sleep 1; done
answers || { echo 'no PostgreSQL on 127.0.0.1:5432; set TYRIAN_TEST_POSTGRES'; exit 1; }
psql -tAc "select 1 from pg_roles where rolname='root'" postgres >/dev/null 2>&1 ||
  su postgres -c "createuser -s root" || true
psql -lqt 2>/dev/null | cut -d'|' -f1 | grep -qw test || createdb test || true
