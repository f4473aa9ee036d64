// A server that speaks as OpenAI's does and says what it is told to, in a worker thread so that it keeps its pace whatever the
// clients do. workerData: { port, shared }, of which `shared` is the Float64Array behind `script` in agent.mjs.
import http from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

const script = new Float64Array(workerData.shared);
const SQL = "SELECT count(*) AS orders FROM orders o JOIN customer c ON c.id = o.customer_id WHERE c.name = 'Alice Wonderland'";
const PACE = 50;
let streams = [];

const now = () => Number(process.hrtime.bigint()) / 1e6;

/** A token without digits, which would count as a number that is not in the rows; each tells its place in the answer. */
const token = (i) => `${String.fromCharCode(97 + Math.floor(i / 676) % 26, 97 + Math.floor(i / 26) % 26, 97 + i % 26)} `;
const chunk = (delta, finish = null) =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
const DRAFT = chunk({ tool_calls: [{ index: 0, id: 'call_1', type: 'function',
  function: { name: 'run_sql', arguments: JSON.stringify({ thought: 'Count the orders.', tables: ['orders', 'customer'], sql: SQL }) } }] })
  + chunk({}, 'tool_calls') + 'data: [DONE]\n\n';
const END = chunk({}, 'stop') + 'data: [DONE]\n\n';

const server = http.createServer(async (request, response) => {
  const body = [];
  for await (const part of request) body.push(part);
  const asked = now();
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  if (JSON.parse(Buffer.concat(body)).tools?.length > 0) {
    response.end(DRAFT);
  } else if (script[1]) {
    streams.push({ response, sent: 0, next: now() });
    script[4] = Math.max(script[4], streams.length);
  } else {
    script[3] = now();
    for (let i = 0; i < script[0]; i++) response.write(chunk({ content: token(i) }));
    response.end(END);
  }
  script[2] += now() - asked;
});

/** Sends to each stream the token that is due. */
setInterval(() => {
  const time = now();
  for (const stream of streams) {
    if (stream.next > time) continue;
    script[5] = Math.max(script[5], time - stream.next);
    stream.next += PACE;
    stream.response.write(chunk({ content: token(stream.sent++) }));
    if (stream.sent === script[0]) stream.response.end(END);
  }
  streams = streams.filter((stream) => stream.sent < script[0]);
}, 5);

server.listen(workerData.port, '127.0.0.1', () => parentPort.postMessage('listening'));
