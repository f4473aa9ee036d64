// same-bodies.js ASKWELL FASTIFY KEY ROUTE...: stops unless both servers answer each route alike.
import assert from 'node:assert/strict';

const [askwell, fastify, key, ...routes] = process.argv.slice(2);
const headers = { 'X-API-Key': key, 'Content-Type': 'application/json' };
const customer = (server) => JSON.stringify({ name: 'Grace Hopper', email: `grace@${server}.example.com` });
const requests = {
  record: (server) => fetch(`${server}/customers/1?include=none`, { headers }),
  details: (server) => fetch(`${server}/customers/1`, { headers }),
  list: (server) => fetch(`${server}/customers?limit=50`, { headers }),
  create: (server) => fetch(`${server}/customers`, { method: 'POST', headers, body: customer(new URL(server).port) }),
};
const answer = async (response) => [response.status, await response.json()];

for (const route of routes) {
  const [ours, theirs] = await Promise.all([askwell, fastify].map((server) => requests[route](server).then(answer)));
  if (route === 'create') {
    // A new customer has an id and an address of its own.
    for (const [, body] of [ours, theirs]) { delete body.id; delete body.email; }
  }
  assert.deepEqual(ours, theirs, `Askwell and fastify do not answer ${route} alike`);
}
