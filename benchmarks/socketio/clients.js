// clients.js connect|idle|burst|stalled URL KEY CLIENTS [EVENTS]: clients of Socket.IO over WebSockets, or, if the URL ends with /agent/ws,
// of the plain WebSocket, which are only there (connect, idle). They are as small as they can be, so that a machine holds many of them beside the server and they are never what is measured: they find the frames in what comes, look at
// the first bytes of each, and answer pings. `idle` says "ready" once all are connected and have been asked whether they are
// there, and stays until its input ends; `connect` only connects and leaves; `stalled` asks for events and reads none of them;
// `burst` reads all and prints how many came a second.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';

const [mode, url, key, clients, events] = process.argv.slice(2);
const { hostname, port, pathname } = new URL(url);
/** Handshakes under way at once: no more than a server's backlog takes. */
const AT_ONCE = 100;
const [TEXT, CLOSE, BEAT, ECHO] = [0x81, 0x88, 0x89, 0x8a];
const [OPEN, PING, CONNECTED, EVENT] = ['0', '2', '40', '42'];

/** A frame as clients must send it, masked: with zeros, which change nothing. */
function frame(text, opcode = TEXT) {
  const bytes = Buffer.from(text);
  if (bytes.length > 125) throw new Error('a client has nothing that long to say');
  return Buffer.concat([Buffer.from([opcode, 0x80 | bytes.length, 0, 0, 0, 0]), bytes]);
}

class Client {
  target = '/socket.io/?EIO=4&transport=websocket';
  received = 0;
  rest = undefined;
  upgraded = false;

  /** Completes when the server has admitted it. */
  open() {
    return new Promise((admitted, refused) => {
      this.admitted = admitted;
      this.fail = refused;
      this.socket = connect(Number(port), hostname, () => this.socket.write(`GET ${this.target} HTTP/1.1\r\n`
        + `Host: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n`
        + `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`));
      this.socket.setNoDelay();
      this.socket.on('data', (data) => this.read(data));
      this.socket.on('error', refused);
      this.socket.on('close', () => this.closed?.(new Error('the server closed a connection')));
    });
  }

  read(data) {
    let bytes = this.rest ? Buffer.concat([this.rest, data]) : data;
    if (!this.upgraded) {
      const end = bytes.indexOf('\r\n\r\n');
      if (end < 0) return void (this.rest = bytes);
      if (!bytes.toString('latin1', 0, 12).endsWith('101')) return this.fail(new Error(bytes.toString('latin1')));
      this.upgraded = true;
      bytes = bytes.subarray(end + 4);
    }
    const at = this.frames(bytes);
    this.rest = at < bytes.length ? bytes.subarray(at) : undefined;
  }

  /** Hears all whole frames; says where the next one begins. */
  frames(bytes) {
    let at = 0;
    while (bytes.length - at >= 2) {
      let length = bytes[at + 1], from = at + 2;
      if (length > 126) throw new Error('no event is that long');
      if (length === 126) {
        if (bytes.length - at < 4) break;
        length = bytes.readUInt16BE(from);
        from += 2;
      }
      if (from + length > bytes.length) break;
      if (bytes[at] === CLOSE) this.fail(new Error('the server said good-bye'));
      this.hear(bytes, from, length, bytes[at]);
      at = from + length;
    }
    return at;
  }

  hear(bytes, from, length) {
    if (bytes[from] === 0x34 && bytes[from + 1] === 0x32) {
      if (++this.received === this.expected) this.complete();
      return;
    }
    const text = bytes.toString('utf8', from, from + length);
    if (text === PING) {
      this.send('3');
      this.pinged?.();
    } else if (text.startsWith(OPEN)) this.send(`40${JSON.stringify({ apiKey: key })}`);
    else if (text.startsWith(CONNECTED)) this.admitted();
    else this.fail(new Error(`refused: ${text}`));
  }

  send(text) {
    this.socket.write(frame(text));
  }

  ask(count) {
    this.send(`${EVENT}${JSON.stringify(['question', { question: String(count) }])}`);
  }

  /** Asks for events; completes when the last of them is there. */
  burst(count) {
    return new Promise((complete, failed) => {
      Object.assign(this, { received: 0, expected: count, complete, closed: failed, fail: failed });
      this.ask(count);
    });
  }
}

/** One of the plain WebSocket, with its key in the first frame, as pages have it. */
class PlainClient extends Client {
  target = '/agent/ws';

  read(data) {
    const begins = !this.upgraded;
    super.read(data);
    if (begins && this.upgraded) this.send(JSON.stringify({ type: 'auth', apiKey: key }));
  }

  hear(bytes, from, length, opcode) {
    if (opcode === BEAT) {
      this.socket.write(frame('', ECHO));
      this.pinged?.();
    } else if (bytes.toString('utf8', from, from + length) === '{"type":"ready"}') this.admitted();
    else this.fail(new Error(`refused: ${bytes.toString('utf8', from, from + length)}`));
  }
}

const all = Array.from({ length: Number(clients) }, () => (pathname === '/agent/ws' ? new PlainClient() : new Client()));
const waiting = [...all];
await Promise.all(Array.from({ length: AT_ONCE }, async () => {
  for (let next = waiting.pop(); next; next = waiting.pop()) await next.open();
}));
let lost = 0;
for (const client of all) {
  client.fail = client.closed = () => lost++;
}

const pings = () => Promise.all(all.map((client) => new Promise((pinged) => (client.pinged = pinged))));

const untilInputEnds = async () => {
  console.log('ready');
  process.stdin.resume();
  await once(process.stdin, 'end');
  if (lost > 0) throw new Error(`${lost} connections were lost`);
};

const modes = {
  async connect() {},

  async idle() {
    await pings();
    await untilInputEnds();
  },

  async burst() {
    const count = Number(events);
    const start = process.hrtime.bigint();
    await Promise.all(all.map((client) => client.burst(count)));
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    console.log(Math.round(all.length * count / seconds));
  },

  async stalled() {
    for (const client of all) {
      client.socket.pause();
      client.ask(Number(events));
    }
    await untilInputEnds();
  },
};

await modes[mode]();
process.exit(0);
