// depth.mjs ASKWELL KEY CUSTOMERS [QUERY]: walks the list by its Link headers, 500 at a time, and times a page of 50 at some
// depths, one request after the other. Prints a table in Markdown.
import assert from 'node:assert/strict';

const [askwell, key, customers, query = ''] = process.argv.slice(2);
const DEPTHS = [0, 10_000, 100_000, 500_000, 999_000].filter((depth) => depth < Number(customers));
const WALK = 500, PAGE = 50, WARM_UP = 200, TIMES = 200;

const first = new URL(`/customers?${query}`, askwell);
const sized = (url, limit) => { const copy = new URL(url); copy.searchParams.set('limit', limit); return copy; };

async function page(url) {
  const response = await fetch(url, { headers: { 'X-API-Key': key } });
  assert.equal(response.status, 200, `${url}: ${await (response.ok ? '' : response.text())}`);
  const next = response.headers.get('Link')?.match(/<([^>]*)>;\s*rel="?next"?/)?.[1];
  return { items: await response.json(), next: next && new URL(next, askwell) };
}

async function pagesAtDepths() {
  const found = [];
  let at = 0;
  for (let url = sized(first, WALK); url; at += WALK) {
    if (DEPTHS.includes(at)) found.push([at, sized(url, PAGE)]);
    if (found.length === DEPTHS.length) break;
    url = (await page(url)).next;
  }
  assert.equal(found.length, DEPTHS.length, `the list ended after ${at} customers`);
  return found;
}

async function milliseconds(url) {
  const start = performance.now();
  const { items } = await page(url);
  const took = performance.now() - start;
  assert.equal(items.length, PAGE);
  return took;
}

const pages = await pagesAtDepths();
for (const [, url] of pages) for (let i = 0; i < WARM_UP; i++) await milliseconds(url);

console.log(`\nA page of ${PAGE} of ${customers} customers, /customers?${query}, ${new Date().toISOString().slice(0, 10)}\n`);
console.log('| depth | median ms | p95 ms |\n|---|---|---|');
// The depths take turns, so that a busy moment of the machine falls on all of them.
const times = new Map(pages.map(([depth]) => [depth, []]));
for (let i = 0; i < TIMES; i++) for (const [depth, url] of pages) times.get(depth).push(await milliseconds(url));
for (const [depth, took] of times) {
  took.sort((a, b) => a - b);
  console.log(`| ${depth} | ${took[TIMES / 2].toFixed(2)} | ${took[Math.floor(TIMES * 0.95)].toFixed(2)} |`);
}
