// node page/without-browser.mjs URL QUESTION, with the key in KEY: fills in the page of examples/ and submits it, in a document that has the page's
// elements and just enough of what elements can do. Prints the answer as it comes, and what else there is to see at the end.
import { readFileSync } from "node:fs";

const [server, question] = process.argv.slice(2);
const key = process.env.KEY;
const page = new URL("../../examples/", import.meta.url);

class Element extends EventTarget {
  #text = "";
  #children = [];
  value = "";
  disabled = false;

  get textContent() {
    return this.#children.length > 0 ? this.#children.map((child) => child.textContent).join("\n") : this.#text;
  }

  set textContent(text) {
    this.replaceChildren();
    this.#text = text;
  }

  append(...children) {
    this.#children.push(...children);
  }

  replaceChildren(...children) {
    this.#text = "";
    this.#children = children;
  }
}

const html = readFileSync(new URL("index.html", page), "utf8");
const elements = new Map([...html.matchAll(/<\w+[^>]*\bid="([^"]+)"/g)].map(([, id]) => [id, new Element()]));
globalThis.document = { getElementById: (id) => elements.get(id), createElement: () => new Element() };
await import(new URL(html.match(/<script type="module" src="([^"]+)"/)[1], page));

const text = (id) => elements.get(id).textContent;
Object.entries({ server, key, question }).forEach(([id, value]) => (elements.get(id).value = value));
elements.get("form").dispatchEvent(new Event("submit", { cancelable: true }));

let printed = 0;
while (elements.get("ask").disabled) {
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.stdout.write(text("answer").slice(printed));
  printed = text("answer").length;
}
console.error([text("problem"), text("steps"), text("sql"), text("rows")].join("\n"));
process.exit(text("problem") ? 1 : 0);
