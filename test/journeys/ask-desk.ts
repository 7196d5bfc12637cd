import type { Page } from "playwright-core";

/** Why an officer asks. */
export interface Reason {
  readonly code: string;
  readonly words: string;
}

/** Asks the desk as its own page does, from the page of an officer who is signed in; writes where there is a body. An answer that says no is a fault. */
export async function askDesk<T>(page: Page, path: string, reason: Reason, body?: object): Promise<T> {
  const { status, text } = await page.evaluate(
    async ([to, sent, why]) => {
      const headers = { "x-unmask-desk": "1", "content-type": "application/json", "x-unmask-reason": encodeURIComponent(why) };
      const answer = await fetch(`/desk/${to}`, sent === null ? { headers } : { method: "POST", headers, body: sent });
      return { status: answer.status, text: await answer.text() };
    },
    [path, body === undefined ? null : JSON.stringify(body), JSON.stringify(reason)] as const,
  );
  if (status !== 200 && status !== 201) throw new Error(`${path}: ${status} ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

/** Looks until it is there, half a second between two looks. Throws after a minute. */
export async function untilThere<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let times = 0; times < 120; times += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("it did not come");
}
