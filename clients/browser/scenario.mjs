// What the tests of the server do and see in a browser: node scenario.mjs <scenario> <chromium> <page> …
// It writes one line of JSON with what there was to see, or ends with an error.
import { open, submit } from "./chromium.mjs";

const [scenario, program, url, ...rest] = process.argv.slice(2);

const scenarios = {
  /** The page of examples/: what it has shown, each time that it changed, and what it is made of at the end. */
  async ask(page, server, key, question) {
    await page.evaluate(() => {
      window.shown = [];
      new MutationObserver(() =>
        window.shown.push({
          answer: document.getElementById("answer").textContent,
          steps: document.getElementById("steps").childElementCount,
        }),
      ).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await submit(page, { server, key, question });
    await page.waitForSelector("#ask:enabled");
    return page.evaluate(() => ({
      shown: window.shown,
      answer: document.getElementById("answer").textContent,
      problem: document.getElementById("problem").textContent,
      steps: [...document.querySelectorAll("#steps li")].map((step) => step.textContent),
      sql: document.getElementById("sql").textContent,
      cells: [...document.querySelectorAll("#rows td")].map((cell) => cell.textContent),
      elements: [...new Set([...document.querySelectorAll("p *, ul *, pre *, table *")].map((one) => one.localName))],
      executed: window.executed ?? null,
    }));
  },

  /** Swagger UI: the operations that it lists, and what becomes of one that is tried. */
  async swagger(page, key) {
    await page.waitForSelector(".opblock");
    const operations = await page.$$eval(".opblock-summary", (all) =>
      all.map((one) => `${one.querySelector(".opblock-summary-method").textContent} ${
        one.querySelector(".opblock-summary-path").dataset.path}`),
    );
    await page.click(".btn.authorize");
    await page.fill(".modal-ux input", key);
    await page.click(".modal-ux .btn.authorize");
    await page.click(".modal-ux .btn-done");
    const tried = page.locator(".opblock").filter({ has: page.locator('[data-path="/customers/{id}"]') })
      .and(page.locator(".opblock-get"));
    await tried.locator(".opblock-summary-control").click();
    await tried.locator(".try-out__btn").click();
    await tried.locator('tr[data-param-name="id"] input').fill("1");
    await tried.locator(".execute").click();
    const response = tried.locator(".live-responses-table .response").first();
    return { operations, status: await response.locator(".response-col_status").innerText(),
      body: await response.locator(".response-col_description").innerText() };
  },
};

try {
  const seen = await open(program, url, async (page, complaints) => ({
    ...(await scenarios[scenario](page, ...rest)),
    complaints,
  }));
  console.log(JSON.stringify(seen));
  process.exit(0);
} catch (error) {
  console.log(error);
  process.exit(1);
}
