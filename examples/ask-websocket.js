// node ask-websocket.js "Who spent the most?": asks over a plain WebSocket. KEY is the key; ASKWELL the server, if not
// http://localhost:8080. If the connection breaks, the run is taken up after the last event that was seen.
import { setTimeout } from "node:timers/promises";
import WebSocket from "ws";

const { ASKWELL = "http://localhost:8080", KEY } = process.env;
const question = process.argv[2] ?? "Who spent the most?";
const WRONG_KEY = 4401;
const ATTEMPTS = 10;

let runId, last, over;

function show({ type, ...event }) {
  if (type === "step" && event.phase === "finished") console.error(`${event.name}: ${event.ms} ms`);
  if (type === "thought") console.error(event.text);
  if (type === "sqlQuery") console.error(event.sql);
  if (type === "queryResult") console.error(`${event.rows.length} rows`);
  if (type === "answerChunk") process.stdout.write(event.chunk);
  if (type === "answerComplete") process.stdout.write("\n");
  if (type === "error") console.error(event.error.message);
}

function hear(socket, frame) {
  if (frame.type === "ready") {
    const next = runId ? { type: "resume", runId, after: last } : { type: "ask", question };
    socket.send(JSON.stringify(next));
  }
  runId = frame.runId ?? runId;
  last = frame.id ?? last;
  show(frame);
  if (frame.type === "answerComplete" || frame.type === "error") {
    over = frame.type;
    socket.close(1000);
  }
}

/** Completes with the code and the reason of its end. */
function connection() {
  return new Promise((ended) => {
    const socket = new WebSocket(new URL("/agent/ws", ASKWELL.replace(/^http/, "ws")));
    socket.onopen = () => socket.send(JSON.stringify({ type: "auth", apiKey: KEY }));
    socket.onmessage = ({ data }) => hear(socket, JSON.parse(data));
    // What is wrong is said by the end that follows.
    socket.onerror = () => {};
    socket.onclose = ended;
  });
}

for (let attempt = 1; !over && attempt <= ATTEMPTS; attempt++) {
  if (attempt > 1) await setTimeout(500);
  const { code, reason } = await connection();
  if (code === WRONG_KEY) {
    console.error(reason);
    break;
  }
}
process.exitCode = over === "answerComplete" ? 0 : 1;
