// The baseline: socket.io as its guide sets it up, with a key; the event `question` is answered with as
// many answer chunks as it asks for, and without an acknowledgement.
// On SIGUSR2 it collects its garbage, so that the memory that is left can be read.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { Server } from 'socket.io';

const { PORT: port, API_KEY: key, PING_INTERVAL: pingInterval = '25000' } = process.env;
/** Emitted in one turn of the event loop, so that other clients have theirs. */
const BATCH = 100;

const http = createServer((request, response) => response.end('ok'));
const io = new Server(http, { pingInterval: Number(pingInterval), pingTimeout: 20_000 });

io.use((socket, next) => next(socket.handshake.auth.apiKey === key ? undefined : new Error('A valid key is needed.')));

io.on('connection', (socket) => socket.on('question', async ({ question }) => {
  const count = Number(question), runId = randomUUID();
  for (let i = 1; i <= count && socket.connected; i++) {
    socket.emit('answerChunk', { runId, id: `1.${i}`, chunk: 'word ' });
    if (i % BATCH === 0) await setImmediate();
  }
}));

process.on('SIGUSR2', () => globalThis.gc());
http.listen(Number(port), '127.0.0.1');
