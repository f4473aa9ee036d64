# Sourced by the benchmarks: a Postgres of their own in a temporary directory, Askwell on it, and an end to both.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
work=$(mktemp -d "${TMPDIR:-/tmp}/askwell-benchmark.XXXXXX")
pids=()
key=benchmark-key

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }
need() { command -v "$1" >/dev/null || die "$1 is missing: $2"; }

finish() {
  local pid
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
  if [ -f "$work/data/postmaster.pid" ]; then
    as_postgres "$pg_bin/pg_ctl" -D "$work/data" -m immediate -w stop >/dev/null || true
  fi
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'
}

# Postgres refuses to run as root, so root runs it in a user namespace of its own.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then unshare -U "$@"; else "$@"; fi
}

# The directory of Postgres' binaries: PG_BIN, or what pg_config says, or the newest that lies where distributions put them.
find_postgres() {
  local candidate
  for candidate in "${PG_BIN:-}" "$(pg_config --bindir 2>/dev/null)" $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) \
      "$root"/.askwell/postgres-binaries/*/bin; do
    if [ -x "$candidate/initdb" ] && [ -x "$candidate/pg_ctl" ]; then echo "$candidate"; return; fi
  done
  die "No Postgres was found: set PG_BIN to the directory of initdb and pg_ctl."
}

# Durable, as a database that somebody relies on; the memory is what makes both servers' reads come from the cache.
start_postgres() {
  pg_bin=$(find_postgres)
  PATH=$pg_bin:$PATH
  need psql "install Postgres' client"
  export DB_HOST=127.0.0.1 DB_NAME=askwell DB_USER=askwell DB_PASS=unused
  DB_PORT=$(free_port); export DB_PORT
  export PGHOST=$DB_HOST PGPORT=$DB_PORT PGUSER=$DB_USER PGDATABASE=$DB_NAME PGOPTIONS='-c client_min_messages=warning'
  as_postgres "$pg_bin/initdb" -D "$work/data" -U askwell -A trust -E UTF8 --locale=C >"$work/initdb.log"
  as_postgres "$pg_bin/pg_ctl" -D "$work/data" -l "$work/postgres.log" -w start -o "-c listen_addresses=127.0.0.1 -p $DB_PORT \
    -k $work -c max_connections=100 -c shared_buffers=512MB -c max_wal_size=4GB" >/dev/null
  psql -qd postgres -c 'CREATE DATABASE askwell'
  say "$(psql -Atc 'SHOW server_version' | sed 's/^/Postgres /')"
}

# The JDK that Askwell needs: JAVA_HOME, or the java of the path, or one that lies where distributions put them.
find_java() {
  local candidate
  for candidate in "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java)" $(ls -d /usr/lib/jvm/*/bin/java 2>/dev/null | sort -rV); do
    if [ -x "$candidate" ] && "$candidate" --version 2>/dev/null | head -1 | grep -q ' 25'; then echo "$candidate"; return; fi
  done
  die "No JDK 25 was found: set JAVA_HOME."
}

build_askwell() {
  if [ -z "${ASKWELL_JAR:-}" ]; then
    say "Building Askwell ..."
    (cd "$root" && ./mvnw -B -ntp -q -DskipTests -Dspotless.check.skip -pl bootstrap -am package) >&2
    ASKWELL_JAR=$(ls "$root"/bootstrap/target/bootstrap-*.jar | head -1)
  fi
}

# The benchmarks of single parts, of which some are servers.
build_parts() {
  say "Building the parts ..."
  (cd "$root" && ./mvnw -B -ntp -q -DskipTests -Dspotless.check.skip -Pbenchmarks -pl benchmarks/jmh -am package) >&2
}

# Starts Askwell on the Postgres above; sets askwell (its address) and askwell_pid.
start_askwell() {
  local port log=$work/askwell.log
  port=$(free_port)
  read -ra options <<<"${JAVA_OPTIONS:--Xms512m -Xmx512m -Xmn320m -XX:+UseParallelGC -XX:+UseTransparentHugePages}"
  ASKWELL_HOME=$work PORT=$port API_KEY=$key "$(find_java)" "${options[@]}" --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow -jar "$ASKWELL_JAR" >"$log" 2>&1 &
  askwell_pid=$!
  pids+=("$askwell_pid")
  askwell=http://127.0.0.1:$port
  await "$askwell/health" "$askwell_pid" "$log"
}

# await URL PID LOG: until the address answers; stops with the log if the process ends before.
await() {
  local tries
  for tries in $(seq 300); do
    if curl -fsS -o /dev/null "$1" 2>/dev/null; then return; fi
    kill -0 "$2" 2>/dev/null || { cat "$3" >&2; die "$1 did not start"; }
    sleep 0.2
  done
  cat "$3" >&2
  die "$1 did not answer within a minute"
}

# Resident memory of a process in MiB.
rss() { ps -o rss= -p "$1" | awk '{ printf "%d\n", $1 / 1024 }'; }

median() { sort -g | awk '{ value[NR] = $1 } END { print NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2 }'; }
