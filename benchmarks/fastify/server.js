// The baseline: the same routes on the same tables, as fastify and pg are at their fastest. Response schemas, prepared
// statements, no logger; and neither key nor validation, which Askwell has to afford.
import Fastify from 'fastify';
import pg from 'pg';

// Dates stay the text that Postgres sends; a numeric becomes a JSON number, as clients of both servers expect.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

const pool = new pg.Pool({
  host: process.env.DB_HOST, port: process.env.DB_PORT, database: process.env.DB_NAME,
  user: process.env.DB_USER, password: process.env.DB_PASS, max: 20,
});

const integer = { type: 'integer' };
const text = { type: 'string' };
const nullableText = { type: ['string', 'null'] };
const object = (properties) => ({ type: 'object', properties });
const list = (items) => ({ type: 'array', items });

const customer = object({ id: integer, name: text, email: text });
const order = object({ id: integer, customerId: integer, orderDate: nullableText, totalAmount: { type: ['number', 'null'] } });
const address = object({
  id: integer, customerId: integer, type: nullableText, street: nullableText, city: nullableText, zip: nullableText,
  country: nullableText,
});
const details = object({ ...customer.properties, orders: list(order), addresses: list(address) });

const statements = {
  find: 'SELECT id, name, email FROM public.customer WHERE id = $1',
  list: 'SELECT id, name, email FROM public.customer WHERE id > $1 ORDER BY id LIMIT $2',
  add: 'INSERT INTO public.customer (name, email) VALUES ($1, $2) RETURNING id, name, email',
  orders: `SELECT id, customer_id AS "customerId", order_date AS "orderDate", total_amount AS "totalAmount"
           FROM public.orders WHERE customer_id = $1 ORDER BY id`,
  addresses: `SELECT id, customer_id AS "customerId", type, street, city, zip, country
              FROM public.address WHERE customer_id = $1 ORDER BY id`,
};
const query = async (name, values) => (await pool.query({ name, text: statements[name], values })).rows;

const app = Fastify();

app.get('/customers', { schema: { response: { 200: list(customer) } } }, async (request, reply) => {
  const limit = Number(request.query.limit ?? 100);
  const rows = await query('list', [Number(request.query.after ?? 0), limit + 1]);
  if (rows.length > limit) {
    rows.pop();
    reply.header('Link', `</customers?limit=${limit}&after=${rows[limit - 1].id}>; rel="next"`);
  }
  return rows;
});

app.get('/customers/:id', { schema: { response: { 200: details } } }, async (request, reply) => {
  const id = Number(request.params.id);
  if (request.query.include === 'none') {
    const [found] = await query('find', [id]);
    return found ?? reply.code(404).send();
  }
  const [[found], orders, addresses] =
    await Promise.all([query('find', [id]), query('orders', [id]), query('addresses', [id])]);
  return found ? { ...found, orders, addresses } : reply.code(404).send();
});

app.post('/customers', { schema: { response: { 201: customer } } }, async (request, reply) => {
  const [created] = await query('add', [request.body.name, request.body.email]);
  return reply.code(201).header('Location', `/customers/${created.id}`).send(created);
});

await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
