import { spawnSync } from "node:child_process";
import type { Page } from "playwright-core";

/** What of her words is left in a browser: what its page can see of its storage, and what lies in its profile on the disk. */

/** Which of these words stand in anything that the browser keeps for this address, and in the page as it stands. */
export function findInStorage(page: Page, words: readonly string[]): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const texts = [JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, document.cookie, name, location.href])];
    texts.push(document.documentElement.outerHTML, JSON.stringify(await indexedDB.databases()));
    const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const handle of folder.values()) {
        texts.push(handle.name);
        if (handle instanceof FileSystemDirectoryHandle) await walk(handle);
        else if (handle instanceof FileSystemFileHandle) texts.push(await (await handle.getFile()).text());
      }
    };
    await walk(await navigator.storage.getDirectory());
    for (const store of await caches.keys()) {
      const held = await caches.open(store);
      for (const request of await held.keys()) texts.push(`${request.url} ${(await (await held.match(request))?.text()) ?? ""}`);
    }
    return wanted.filter((word) => texts.some((text) => text.includes(word)));
  }, words);
}

/** Files of the profile that hold one of the words, in UTF-8 or in the two-byte form that a browser also writes. */
export function filesHolding(profile: string, words: readonly string[]): string[] {
  const found = words.flatMap((word) => {
    const wide = Buffer.from(word, "utf16le")
      .toString("latin1")
      .replace(/[^A-Za-z0-9]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);
    const plain = spawnSync("grep", ["-rlaF", "--", word, profile], { encoding: "utf8" });
    const twoByte = spawnSync("grep", ["-rlaP", "--", wide, profile], { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
    if ((plain.status ?? 2) > 1 || (twoByte.status ?? 2) > 1) throw new Error("the profile could not be searched");
    return `${plain.stdout}${twoByte.stdout}`.split("\n").filter((line) => line !== "");
  });
  return [...new Set(found)];
}
