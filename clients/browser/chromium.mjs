import { chromium } from "playwright-core";

/**
 * Opens a page in a browser, as its users do.
 *
 * @param program of Chromium
 * @param use gets the page, and what the browser has complained about, which grows
 * @returns what `use` does
 */
export async function open(program, url, use) {
  const browser = await chromium.launch({
    executablePath: program,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const page = await browser.newPage();
    const complaints = [];
    page.on("console", (line) => ["error", "warning"].includes(line.type()) && complaints.push(line.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(url);
    return await use(page, complaints);
  } finally {
    await browser.close();
  }
}

/** Fills in the form of the page in examples/, and submits it. */
export async function submit(page, fields) {
  for (const [id, value] of Object.entries(fields)) await page.fill(`#${id}`, value);
  await page.click("#ask");
}
