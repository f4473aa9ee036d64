#!/bin/sh
# ask.sh "Who spent the most?": asks over server-sent events with curl, and prints the events as they come. KEY is the key; ASKWELL
# the server, if not http://localhost:8080. If the connection breaks, the run is taken up after the last event that was seen.
set -eu

server=${ASKWELL:-http://localhost:8080}
question=${1:-Who spent the most?}
seen=$(mktemp)
trap 'rm -f "$seen"' EXIT

# The events go to the terminal and into a file, which tells the run and the last event.
events() { curl -sSN --fail-with-body -H "X-API-Key: $KEY" -H 'Accept: text/event-stream' "$@" | tee -a "$seen"; }
ended() { grep -Eq '^event: ?(answerComplete|error)$' "$seen"; }

# JSON wants a backslash before a quote and before a backslash.
text=$(printf '%s' "$question" | sed 's/[\\"]/\\&/g')
events "$server/agent/query" -H 'Content-Type: application/json' -d "{\"question\": \"$text\"}" || true

run=$(sed -n 's/.*"runId":"\([^"]*\)".*/\1/p' "$seen" | head -n 1)
[ -n "$run" ] || exit 1
tries=0
until ended; do
  tries=$((tries + 1))
  [ "$tries" -le 10 ] || exit 1
  sleep 1
  last=$(sed -n 's/^id: *//p' "$seen" | tail -n 1)
  events "$server/agent/runs/$run/events" -H "Last-Event-ID: $last" || true
done
grep -Eq '^event: ?answerComplete$' "$seen"
