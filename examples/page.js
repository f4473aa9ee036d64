// The page: asks what the form says and shows each event. All of it is written as text, never as HTML: it is what customers typed.
import { io } from "socket.io-client";
import { ask } from "./question.js";

const at = (id) => document.getElementById(id);

function add(parent, tag, text = "") {
  const child = document.createElement(tag);
  child.textContent = text;
  parent.append(child);
  return child;
}

function clear() {
  for (const id of ["answer", "problem", "sql"]) at(id).textContent = "";
  for (const id of ["steps", "rows"]) at(id).replaceChildren();
}

const show = {
  step: ({ name, phase, ms }) => phase === "finished" && add(at("steps"), "li", `${name}: ${ms} ms`),
  thought: ({ text }) => add(at("steps"), "li", text),
  sqlQuery: ({ sql }) => (at("sql").textContent = sql),
  queryResult({ columns, rows }) {
    const line = (tag, cells) => {
      const row = add(at("rows"), "tr");
      for (const cell of cells) add(row, tag, cell === null ? "" : String(cell));
    };
    at("rows").replaceChildren();
    line("th", columns);
    for (const row of rows) line("td", row);
  },
  answerChunk: ({ chunk }) => (at("answer").textContent += chunk),
  // The whole of it: what came before is replaced if the answer had to be begun again.
  answerComplete: ({ answer }) => (at("answer").textContent = answer),
};

at("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  at("ask").disabled = true;
  clear();
  const socket = io(at("server").value, { auth: { apiKey: at("key").value }, forceNew: true,
    reconnectionAttempts: 10, autoConnect: false });
  try {
    await ask(socket, at("question").value, (name, data) => show[name]?.(data));
  } catch (error) {
    at("problem").textContent = error.message;
  } finally {
    at("ask").disabled = false;
  }
});
