// A question over Socket.IO: what the page and the script have in common.

const EVENTS = ["step", "thought", "sqlQuery", "queryResult", "answerChunk", "answerComplete", "error"];

/**
 * Asks, and shows every event of the run as it comes. If the connection breaks, socket.io-client makes a new one, and the run is
 * taken up after the last event that was seen.
 *
 * @param socket of socket.io-client, made with `autoConnect: false`
 * @param show called with the name and the data of each event
 * @returns the data of `answerComplete`
 */
export function ask(socket, question, show) {
  let runId, last;
  return new Promise((resolve, reject) => {
    const begun = (answer) => (answer.error ? reject(new Error(answer.error.message)) : (runId = answer.runId));
    for (const name of EVENTS) {
      socket.on(name, (event) => {
        // Other runs of this socket have other ids.
        if (event.runId !== runId) return;
        last = event.id;
        show(name, event);
        if (name === "answerComplete") resolve(event);
        if (name === "error") reject(new Error(event.message));
      });
    }
    socket.on("connect", () => {
      if (runId) socket.emit("resume", { runId, after: last }, begun);
      else socket.emit("question", { question }, begun);
    });
    // An active socket tries again by itself; one that the server refused does not.
    socket.on("connect_error", (error) => socket.active || reject(error));
    socket.io.on("reconnect_failed", () => reject(new Error("the server cannot be reached")));
    socket.connect();
  }).finally(() => socket.disconnect());
}
