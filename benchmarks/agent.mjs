// agent.mjs ASKWELL KEY PID MODEL_PORT RUNS TOKENS PART...: the clients, with the scripted model in a thread beside
// them, so that one clock times both. Prints what it measured in Markdown.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const [askwell, key, pid, modelPort, runs, tokens, ...parts] = process.argv.slice(2);
const RUNS = Number(runs), TOKENS = Number(tokens), PACE = 50, WARM_UP = 8000, TIMES = 500;
const RAMP = 15_000;
const QUESTION = 'How many orders has Alice Wonderland made?';
const now = () => Number(process.hrtime.bigint()) / 1e6;
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const sorted = (values) => [...values].sort((a, b) => a - b);
const quantile = (values, q) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * q))];
const ms = (value) => value.toFixed(1);

/** What the model is told, and tells: tokens of an answer, whether at a pace, ms of its own, when it sent a first token, most streams at once, its own delay. */
const shared = new SharedArrayBuffer(6 * Float64Array.BYTES_PER_ELEMENT);
const script = new Float64Array(shared);
const model = Object.defineProperties({}, Object.fromEntries(['tokens', 'paced', 'ownTime', 'firstToken', 'streams', 'late']
  .map((name, i) => [name, { get: () => script[i], set: (value) => { script[i] = value; } }])));
/** As the scripted model's, each of which tells its place in the answer. */
const token = (i) => `${String.fromCharCode(97 + Math.floor(i / 676) % 26, 97 + Math.floor(i / 26) % 26, 97 + i % 26)} `;

const agent = new http.Agent({ keepAlive: true, maxSockets: Infinity });
const CHUNK = Buffer.from('event:answerChunk');

function request(method, path, headers, body, onData) {
  return new Promise((done, failed) => {
    const sent = http.request(new URL(path, askwell), { method, agent, headers: { 'X-API-Key': key, ...headers } }, (response) => {
      const parts = [];
      response.on('data', (data) => { parts.push(data); onData?.(data); });
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, text: Buffer.concat(parts).toString() }));
      response.on('error', failed);
    });
    sent.on('error', failed);
    sent.end(body);
  });
}

const ask = (onData) => request('POST', '/agent/query', { Accept: 'text/event-stream', 'Content-Type': 'application/json' },
  JSON.stringify({ question: QUESTION }), onData);

/** Every token, in order and once, and an end. */
function assertWhole({ status, text }, count) {
  assert.equal(status, 200, text);
  const words = [...text.matchAll(/event:\s*answerChunk\n(?:id:.*\n)?data:\s*(.*)/g)].map((match) => JSON.parse(match[1]).chunk).join('');
  const expected = Array.from({ length: count }, (_, i) => token(i)).join('');
  assert.equal(words.trim(), expected.trim());
  assert.match(text, /event:\s*answerComplete/);
}

async function timed() {
  model.ownTime = 0;
  let firstChunk = 0;
  const start = now();
  const response = await ask((data) => { if (!firstChunk && data.includes('answerChunk')) firstChunk = now(); });
  const total = now() - start;
  assertWhole(response, model.tokens);
  const steps = JSON.parse(response.text.match(/event:\s*answerComplete\n(?:id:.*\n)?data:\s*(.*)/)[1]).steps;
  return { added: total - model.ownTime, first: firstChunk - model.firstToken, steps };
}

async function askHundred() {
  for (let i = 0; i < 100; i++) await timed();
}

/** As many as a compiler needs, eight at once. */
async function warmUp() {
  const some = async () => { for (let i = 0; i < WARM_UP / 8; i++) assertWhole(await ask(), model.tokens); };
  await Promise.all(Array.from({ length: 8 }, some));
}

async function overhead() {
  await warmUp();
  for (let i = 0; i < 200; i++) await timed();
  const all = [];
  for (let i = 0; i < TIMES; i++) all.push(await timed());
  const added = all.map((one) => one.added), first = all.map((one) => one.first);
  console.log(`| one client, ${TIMES} questions | p50 ms | p99 ms |\n|---|---|---|`);
  console.log(`| the whole run beyond the model's own time, the database's included | ${ms(quantile(added, 0.5))} | ${ms(quantile(added, 0.99))} |`);
  console.log(`| first token beyond the model's | ${ms(quantile(first, 0.5))} | ${ms(quantile(first, 0.99))} |`);
  const means = all[0].steps.map((step, i) => `${step.name} ${ms(all.reduce((sum, one) => sum + one.steps[i].ms, 0) / TIMES)}`);
  console.log(`\nThe steps by their own clocks, the model's time included, means in ms: ${means.join(', ')}.`);
}

const processorMs = () => { const f = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' '); return (Number(f[11]) + Number(f[12])) * 10; };
const residentMiB = () => Math.round(Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]) / 1024);
async function heapMiB() {
  const { text } = await request('GET', '/metrics', {});
  return [...text.matchAll(/^jvm_memory_used_bytes\{area="heap".*\} (.*)$/gm)].reduce((sum, match) => sum + Number(match[1]), 0) / 1048576;
}

async function stream() {
  let last = 0, gap = 0, first = 0;
  const response = await ask((data) => {
    if (!data.includes(CHUNK)) return;
    const time = now();
    first ||= time;
    if (last) gap = Math.max(gap, time - last);
    last = time;
  });
  assertWhole(response, TOKENS);
  return { gap, took: last - first };
}

async function streams() {
  await warmUp();
  Object.assign(model, { tokens: TOKENS, paced: 1, streams: 0, late: 0 });
  const memory = [], peak = setInterval(async () => memory.push({ heap: await heapMiB(), resident: residentMiB() }), 1000);
  const cpu = processorMs(), start = now(), all = [];
  for (let i = 0; i < RUNS; i++) {
    all.push(stream());
    await sleep(start + RAMP * (i + 1) / RUNS - now());
  }
  const ended = await Promise.all(all);
  const seconds = (now() - start) / 1000, used = processorMs() - cpu;
  clearInterval(peak);
  model.paced = 0;
  const ideal = (TOKENS - 1) * PACE;
  console.log(`| ${RUNS} runs at once, ${TOKENS} tokens each at ${1000 / PACE} a second | |\n|---|---|`);
  console.log(`| ended with their whole answer; streamed at once, most | ${ended.length}; ${model.streams} |`);
  console.log(`| from first to last token of a run, p50 / max | ${quantile(ended.map((e) => e.took), 0.5).toFixed(0)} / ${quantile(ended.map((e) => e.took), 1).toFixed(0)} ms, the model alone ${ideal} |`);
  console.log(`| longest gap between two tokens of a run, p50 / max | ${quantile(ended.map((e) => e.gap), 0.5).toFixed(0)} / ${quantile(ended.map((e) => e.gap), 1).toFixed(0)} ms |`);
  console.log(`| the model itself late, at most | ${model.late.toFixed(0)} ms |`);
  console.log(`| all together | ${seconds.toFixed(0)} s, ${(used / seconds / 1000).toFixed(2)} processors, ${(used * 1000 / (RUNS * TOKENS)).toFixed(0)} µs a token |`);
  console.log(`| heap used, highest; resident | ${quantile(memory.map((m) => m.heap), 1).toFixed(0)} MiB; ${quantile(memory.map((m) => m.resident), 1)} MiB |\n`);
}

async function replay() {
  Object.assign(model, { tokens: TOKENS, paced: 0 });
  const asked = await ask();
  assertWhole(asked, TOKENS);
  const id = asked.text.match(/"runId":"([^"]+)"/)[1];
  await sleep(2000);
  const once = async () => {
    const start = now();
    const response = await request('GET', `/agent/runs/${id}/events`, { Accept: 'text/event-stream' });
    const took = now() - start;
    assertWhole(response, TOKENS);
    return took;
  };
  for (let i = 0; i < 300; i++) await once();
  const cpu = processorMs(), took = [];
  for (let i = 0; i < TIMES; i++) took.push(await once());
  console.log(`| a run of ${TOKENS} tokens once more, one client | p50 ms | p99 ms | CPU ms |\n|---|---|---|---|`);
  console.log(`| GET /agent/runs/{id}/events | ${ms(quantile(took, 0.5))} | ${ms(quantile(took, 0.99))} | ${ms((processorMs() - cpu) / TIMES)} |\n`);
}

model.tokens = 20;
const worker = new Worker(new URL('scripted-model.mjs', import.meta.url), { workerData: { port: Number(modelPort), shared } });
await once(worker, 'message');
for (const part of parts) await { overhead, streams, replay, 'ask-100': askHundred }[part]();
await worker.terminate();
agent.destroy();
