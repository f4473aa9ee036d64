// node ask.js "Who spent the most?": asks over Socket.IO. KEY is the key; ASKWELL the server, if not http://localhost:8080.
import { io } from "socket.io-client";
import { ask } from "./question.js";

const { ASKWELL = "http://localhost:8080", KEY } = process.env;
const question = process.argv[2] ?? "Who spent the most?";
const socket = io(ASKWELL, { auth: { apiKey: KEY }, reconnectionAttempts: 10, autoConnect: false });

const show = {
  step: ({ name, phase, ms }) => phase === "finished" && console.error(`${name}: ${ms} ms`),
  thought: ({ text }) => console.error(text),
  sqlQuery: ({ sql }) => console.error(sql),
  queryResult: ({ rows }) => console.error(`${rows.length} rows`),
  answerChunk: ({ chunk }) => process.stdout.write(chunk),
  answerComplete: () => process.stdout.write("\n"),
};

try {
  await ask(socket, question, (name, event) => show[name]?.(event));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
