# Source this (bash) to run the store's cases on a real PostgreSQL server too:
#   . .ci/postgres.sh && npx vitest run tests/prisma
# Installs PostgreSQL when it is missing and apt can, starts a throw-away cluster on loopback, exports TEST_DATABASE_URL
# and stops and deletes the cluster when the shell that sourced it exits.

postgres_programs() {
  local dir
  for dir in "$(pg_config --bindir 2>/dev/null)" /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql*/bin; do
    [ -x "$dir/initdb" ] && [ -x "$dir/pg_ctl" ] && echo "$dir" && return 0
  done
  return 1
}

# PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

stop_postgres() {
  as_postgres "$POSTGRES_BIN/pg_ctl" --pgdata "$POSTGRES_DIR/data" --mode immediate stop >/dev/null
  rm -rf "$POSTGRES_DIR"
}

start_postgres() {
  if ! POSTGRES_BIN=$(postgres_programs); then
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
      { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends postgresql; } >/dev/null 2>&1
    fi
    if ! POSTGRES_BIN=$(postgres_programs); then
      echo "postgres.sh: no PostgreSQL here and none could be installed: the server's cases will not run" >&2
      return 0
    fi
  fi
  local port
  port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })')
  POSTGRES_DIR=$(mktemp -d)
  [ "$(id -u)" -eq 0 ] && chown postgres "$POSTGRES_DIR"
  as_postgres "$POSTGRES_BIN/initdb" --pgdata "$POSTGRES_DIR/data" --username postgres --auth trust \
    --encoding UTF8 --locale C.UTF-8 --no-sync >"$POSTGRES_DIR.log" 2>&1 &&
    as_postgres "$POSTGRES_BIN/pg_ctl" --pgdata "$POSTGRES_DIR/data" --log "$POSTGRES_DIR/log" --wait --timeout 60 --options \
      "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories= -c fsync=off -c max_connections=200" \
      start >>"$POSTGRES_DIR.log" 2>&1 || {
    cat "$POSTGRES_DIR.log" "$POSTGRES_DIR/log" >&2
    return 1
  }
  rm -f "$POSTGRES_DIR.log"
  # Whatever the sourcing shell already does at its exit is still done, after this.
  local already
  already=$(trap -p EXIT | sed -e "s/^trap -- '//" -e "s/' EXIT\$//" -e "s/'\\\\''/'/g")
  trap "stop_postgres; $already" EXIT
  export TEST_DATABASE_URL="postgres://postgres@127.0.0.1:$port/postgres"
  echo "TEST_DATABASE_URL=$TEST_DATABASE_URL"
}

start_postgres
