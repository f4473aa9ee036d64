// node browser/ask.mjs CHROMIUM QUESTION: asks by the page of examples/, which is at PAGE, the server ASKWELL with the key KEY. Prints the
// answer as it comes, and what else there is to see at the end.
import { setTimeout } from "node:timers/promises";
import { open, submit } from "./chromium.mjs";

const [program, question] = process.argv.slice(2);
const { PAGE, ASKWELL, KEY } = process.env;

await open(program, PAGE, async (page) => {
  await submit(page, { server: ASKWELL, key: KEY, question });
  let printed = 0;
  for (let over = false; !over; await setTimeout(20)) {
    over = await page.isEnabled("#ask");
    const answer = await page.textContent("#answer");
    process.stdout.write(answer.slice(printed));
    printed = answer.length;
  }
  for (const id of ["problem", "steps", "sql", "rows"]) console.error(await page.innerText(`#${id}`));
  process.exitCode = (await page.textContent("#problem")) ? 1 : 0;
});
