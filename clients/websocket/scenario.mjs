// What the tests of the server play as a web page would: node scenario.mjs <scenario> <url> <key> <origin> …
// It writes one line of JSON with what it saw, or ends with an error.
import WebSocket from "ws";

const [scenario, url, key, origin, ...rest] = process.argv.slice(2);

/** With nothing but what a browser lets a page set; the origin is what the browser would tell. */
function connect() {
  const socket = new WebSocket(url, { origin });
  const frames = [];
  let wake = () => {};
  socket.onmessage = ({ data }) => {
    frames.push(JSON.parse(data));
    wake();
  };
  return {
    say: (frame) => socket.send(JSON.stringify(frame)),
    opened: new Promise((resolve, reject) => {
      socket.onopen = resolve;
      socket.onerror = ({ message }) => reject(new Error(message));
    }),
    closed: new Promise((resolve) => (socket.onclose = ({ code, reason }) => resolve({ code, reason }))),
    /** The frames so far, once so many of them fulfil the condition. */
    async until(condition, times = 1) {
      while (frames.filter(condition).length < times) {
        await new Promise((resolve) => (wake = resolve));
      }
      return frames.slice();
    },
    close: () => socket.close(1000),
  };
}

const scenarios = {
  /** Two questions at once, after the key in a frame. */
  async ask() {
    const socket = connect();
    await socket.opened;
    socket.say({ type: "auth", apiKey: key });
    await socket.until(({ type }) => type === "ready");
    socket.say({ type: "ask", ref: "one", question: "How many orders has Alice Wonderland made?", mode: "grammar" });
    socket.say({ type: "ask", ref: "two", question: "List all customers with no orders.", mode: "grammar" });
    const frames = await socket.until(({ type }) => type === "answerComplete", 2);
    socket.close();
    const run = (ref) => frames.find((frame) => frame.ref === ref).runId;
    const of = (ref) => frames.filter((frame) => frame.runId === run(ref) && frame.id);
    return Object.fromEntries(
      ["one", "two"].map((ref) => [
        ref,
        {
          types: of(ref).map(({ type }) => type),
          ids: of(ref).map(({ id }) => id),
          chunks: of(ref).map(({ chunk }) => chunk ?? "").join(""),
          answer: of(ref).at(-1).answer,
        },
      ]),
    );
  },

  /** Says one thing, and sees all that comes until a run ends, or the connection. */
  async watch(frame) {
    const socket = connect();
    await socket.opened;
    socket.say({ type: "auth", apiKey: key });
    socket.say(JSON.parse(frame));
    const ended = socket.until(({ type }) => type === "answerComplete" || type === "error");
    const [ready, ack, ...events] = await Promise.race([ended, socket.closed.then(() => socket.until(() => true, 0))]);
    socket.close();
    return { ready, ack, events: events.map(({ type, ...data }) => ({ name: type, ...data })) };
  },

  /** A page that may not connect. */
  async refused() {
    const socket = connect();
    return socket.opened.then(
      () => ({ connected: true }),
      (error) => ({ connected: false, message: error.message }),
    );
  },

  /** A key that nobody has. */
  async wrongKey() {
    const socket = connect();
    await socket.opened;
    socket.say({ type: "auth", apiKey: key });
    return socket.closed;
  },
};

try {
  console.log(JSON.stringify(await scenarios[scenario](...rest)));
  process.exit(0);
} catch (error) {
  console.log(error);
  process.exit(1);
}
