import { readdirSync } from "node:fs";
import type { BrowserContext } from "playwright-core";

/** Notes that a browser keeps, made by the built worker of her app without a screen. */

const assets = new URL("../../apps/person/dist/assets/", import.meta.url);

/** What opens the notes that the journeys make. */
export const passphrase = "hen caravan ink Tuesday";
export const second = "shopping and bus times";

/** Makes notes in this browser and locks them again; gives the twelve words. */
export async function keepNotes(context: BrowserContext, address: string): Promise<readonly string[]> {
  const worker = readdirSync(assets).find((file) => /^engine-worker-.*\.js$/.test(file));
  if (worker === undefined) throw new Error("the app is not built");
  const page = await context.newPage();
  await page.route("**/page-of-a-test", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>A test</title>" }),
  );
  await page.goto(new URL("/page-of-a-test", address).href);
  const words = await page.evaluate(
    async ([script = "", ...secrets]) => {
      const running = new Worker(script, { type: "module" });
      let last = 0;
      const ask = (question: object): Promise<object> =>
        new Promise((answer) => {
          const id = ++last;
          running.addEventListener("message", ({ data }) => data.id === id && "answer" in data && answer(data.answer));
          running.postMessage({ id, question });
        });
      const begun = await ask({ ask: "begin", passphrase: secrets[0], second: secrets[1] });
      await ask({ ask: "lock" });
      running.terminate();
      return "words" in begun && Array.isArray(begun.words) ? begun.words.map(String) : [JSON.stringify(begun)];
    },
    [`/assets/${worker}`, passphrase, second],
  );
  await page.close();
  return words;
}
