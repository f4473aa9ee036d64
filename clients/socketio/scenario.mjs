// What the tests of the server play with the official client: node scenario.mjs <scenario> <url> <transports> …
// It writes one line of JSON with what it saw, or ends with an error.
import { io } from "socket.io-client";

const [scenario, url, transports, ...rest] = process.argv.slice(2);

function connect(options = {}) {
  return io(url, {
    transports: transports.split(","),
    auth: { apiKey: "alice-key" },
    reconnection: false,
    forceNew: true,
    ...options,
  });
}

function happens(socket, event) {
  return new Promise((resolve, reject) => {
    socket.once(event, resolve);
    if (event !== "connect_error") {
      socket.once("connect_error", reject);
    }
  });
}

const EVENTS = ["step", "thought", "sqlQuery", "queryResult", "answerChunk", "answerComplete", "error"];

/** Asks, and gathers the events of the run until its end or until `enough` chunks are there. */
async function ask(socket, question, enough = Infinity) {
  const seen = { events: [], transports: new Set() };
  let end;
  const ended = new Promise((resolve) => (end = resolve));
  const mine = (name) => (data) => {
    seen.events.push({ name, ...data });
    seen.transports.add(socket.io.engine.transport.name);
    if (name === "answerComplete" || name === "error" || seen.events.length >= enough) {
      end();
    }
  };
  for (const name of EVENTS) {
    socket.on(name, mine(name));
  }
  seen.ack = await socket.timeout(60_000).emitWithAck("question", { question });
  await ended;
  return seen;
}

function summary(seen) {
  return {
    ack: seen.ack,
    runs: [...new Set(seen.events.map((event) => event.runId))],
    ids: seen.events.map((event) => event.id),
    chunks: seen.events.filter((event) => event.name === "answerChunk").map((event) => event.chunk),
    last: seen.events.at(-1).name,
    transports: [...seen.transports],
  };
}

const scenarios = {
  /** One question; its events. */
  async ask(question) {
    const socket = connect();
    const seen = await ask(socket, question);
    socket.disconnect();
    return summary(seen);
  },

  /** Many clients, each with a question of its own. */
  async crowd(count) {
    const sockets = Array.from({ length: Number(count) }, () => connect());
    await Promise.all(sockets.map((socket) => happens(socket, "connect")));
    const all = await Promise.all(sockets.map((socket, i) => ask(socket, `client-${i} 20`)));
    sockets.forEach((socket) => socket.disconnect());
    return all.map(summary);
  },

  /** Leaves in the midst of the answer, comes back on a new connection and takes the run up again. */
  async resume(question) {
    const first = connect();
    const before = await ask(first, question, 20);
    first.disconnect();
    const second = connect();
    const after = { events: [], transports: new Set() };
    const ended = new Promise((resolve) => {
      second.on("answerChunk", (data) => after.events.push({ name: "answerChunk", ...data }));
      second.on("answerComplete", (data) => resolve(after.events.push({ name: "answerComplete", ...data })));
    });
    after.ack = await second.timeout(60_000).emitWithAck("resume", {
      runId: before.ack.runId,
      after: before.events.at(-1).id,
    });
    await ended;
    second.disconnect();
    return [summary(before), summary(after)];
  },

  /** Asks, or takes a run up after an event; sees all that comes until the run ends, or the connection. */
  async watch(key, event, fields) {
    const socket = connect({ auth: { apiKey: key } });
    const events = [];
    const ended = new Promise((resolve) => {
      for (const name of EVENTS) {
        socket.on(name, (data) => {
          events.push({ name, ...data });
          if (name === "answerComplete" || name === "error") resolve(name);
        });
      }
      socket.once("disconnect", resolve);
    });
    const ack = await socket.timeout(60_000).emitWithAck(event, JSON.parse(fields));
    const end = await ended;
    socket.disconnect();
    return { ack, events, end };
  },

  /** Shows whatever key it is told to. */
  async refused(key) {
    const socket = connect(key ? { auth: { apiKey: key } } : { auth: {} });
    let served = 0;
    socket.onAny(() => served++);
    socket.emit("question", { question: "too early" });
    const error = await happens(socket, "connect_error");
    await new Promise((resolve) => setTimeout(resolve, 200));
    const connected = socket.connected;
    socket.disconnect();
    return { message: error.message, connected, served };
  },

  /** Is killed while it listens. */
  async killed(question) {
    const socket = connect();
    await ask(socket, question, 10);
    process.kill(process.pid, "SIGKILL");
  },
};

try {
  console.log(JSON.stringify(await scenarios[scenario](...rest)));
  process.exit(0);
} catch (error) {
  console.log(error);
  process.exit(1);
}
