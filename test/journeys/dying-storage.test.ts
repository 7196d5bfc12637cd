import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { setStage } from "./stage.ts";
import { type Asked, type HandedBytes, type VaultWindow, handed, keptFiles, openVaultWindow } from "./vault-worker.ts";

/** The browser's own storage, dying at every single thing that the worker does to it: real Chromium, the worker as it is built. */

const stage = setStage();
const passphrase = "blue kettle on the stairs";
const photo = handed("photos/door.jpg", "a photo of her door");
const chat = handed("chat.txt", "04/10/2026, 18:40 - Owen: I see you\n");

type Files = ReadonlyMap<string, Buffer>;

/** How it dies: at which step, from 1, and whether a part of it is done. */
interface Death {
  readonly step: number;
  readonly leaves: "nothing" | "a part";
}

/**
 * Runs before the worker's own code: counts what changes the storage, dies where it is told to, and does nothing more from then on. To die in a flush
 * leaves what dying in the next step leaves.
 */
const dying = `{
  const plan = { step: Infinity, leaves: "nothing", done: [] };
  let isDead = false;
  const channel = new BroadcastChannel("dies");
  channel.onmessage = ({ data }) => {
    if (data !== "count") return void Object.assign(plan, data, { done: [] });
    channel.postMessage({ done: plan.done });
  };
  const dies = (of, name, part) => {
    const real = of.prototype[name];
    of.prototype[name] = function (...given) {
      if (isDead) throw new Error("the storage is dead");
      if (name === "getFileHandle" && given[1]?.create !== true) return real.apply(this, given);
      plan.done.push(name);
      if (plan.done.length < plan.step) return real.apply(this, given);
      isDead = true;
      if (plan.leaves === "a part") part?.call(this, real, ...given);
      throw new Error("the storage died");
    };
  };
  const half = function (real, bytes, at) {
    real.call(this, bytes.subarray(0, Math.ceil(bytes.length / 2)), at);
  };
  dies(FileSystemSyncAccessHandle, "write", half);
  dies(FileSystemFileHandle, "move");
  dies(FileSystemDirectoryHandle, "removeEntry");
  dies(FileSystemDirectoryHandle, "getFileHandle");
}
`;

/** A window whose worker can die. */
async function openDying(context: BrowserContext): Promise<VaultWindow> {
  return openVaultWindow(context, stage.address(), dying);
}

/** From now on it dies so. */
async function die(page: Page, death: Death): Promise<void> {
  await page.evaluate((plan) => new BroadcastChannel("dies").postMessage(plan), death);
}

/** What was done to the storage since it was told how to die. */
function doneIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    () =>
      new Promise<readonly string[]>((resolve) => {
        const channel = new BroadcastChannel("dies");
        channel.onmessage = ({ data }: MessageEvent<{ readonly done?: readonly string[] }>) => data.done && resolve(data.done);
        channel.postMessage("count");
      }),
  );
}

/** Puts the storage back as it was. */
async function putBack(page: Page, files: Files): Promise<void> {
  await page.evaluate(
    async (all) => {
      const root = await navigator.storage.getDirectory();
      await root.removeEntry("notes-kept", { recursive: true }).catch(() => undefined);
      for (const [path, base64] of all) {
        let folder = await root.getDirectoryHandle("notes-kept", { create: true });
        const names = path.split("/");
        for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
        const file = await (await folder.getFileHandle(names.at(-1) ?? "", { create: true })).createWritable();
        await file.write(Uint8Array.from(atob(base64), (one) => one.charCodeAt(0)));
        await file.close();
      }
    },
    [...files].map(([path, bytes]) => [path, bytes.toString("base64")] as const),
  );
}

/** Opens it; a window that was closed a moment ago can hold it still. */
async function unlock(window: VaultWindow, words: string): Promise<void> {
  const asks = { ask: "unlock", key: { by: "words", typed: words } } as const;
  for (let tries = 0; (await window.stands()).is === "elsewhere" && tries < 100; tries++) await window.page.waitForTimeout(50);
  await window.ask(asks, "vault");
}

/** All that she can see once it is open, and whether every file is whole. */
async function viewOf(window: VaultWindow, words: string): Promise<{ readonly originals: unknown; readonly [more: string]: unknown }> {
  if ((await window.stands()).is === "none") return { originals: "none" };
  await unlock(window, words);
  const { entries, lost } = await window.ask({ ask: "entries", from: 0, count: 50 }, "entries");
  const { originals } = await window.ask({ ask: "originals" }, "originals");
  const { papers } = await window.ask({ ask: "papers" }, "papers");
  const { check } = await window.ask({ ask: "check" }, "checked");
  return {
    entries: entries.map(({ stands, withdrawn }) => [stands.words, withdrawn !== undefined]),
    lost,
    originals: originals.map(({ name, sha256, file }) => [name, sha256, file !== undefined]),
    papers: papers.map(({ kind, words: text }) => `${kind}: ${text}`).sort(),
    isWhole: check.isWhole,
  };
}

interface Deed {
  readonly name: string;
  readonly asks: Asked;
  readonly files?: readonly HandedBytes[];
  /** Two writes, one after the other. */
  readonly isInTwo?: boolean;
  /** Where it begins with nothing. */
  readonly isFromNothing?: boolean;
}

/** A vault with something of each kind, and a copy of it. */
async function furnish(context: BrowserContext): Promise<{ readonly files: Files; readonly words: string; readonly copy: HandedBytes }> {
  const hers = await openVaultWindow(context, stage.address());
  const { words } = await hers.ask({ ask: "begin", passphrase }, "begun");
  await hers.ask({ ask: "prove words", typed: words.join(" ") }, "words");
  await hers.ask({ ask: "add entry", words: "He stood at the gate.", told: {} }, "kept", [photo]);
  await hers.ask({ ask: "write paper", kind: "note", words: "My sister has the spare key." }, "kept");
  const { base64 = "" } = await hers.ask({ ask: "make copy" }, "copy made");
  await hers.ask({ ask: "lock" }, "vault");
  const files = await keptFiles(hers.page);
  await hers.page.close();
  return { files, words: words.join(" "), copy: { name: "notes.tar", base64 } };
}

describe("what she keeps in her browser, where its storage dies at every step", () => {
  const deeds: readonly (Omit<Deed, "asks"> & { readonly asks: (words: string) => Asked })[] = [
    {
      name: "an entry is written with a photo",
      asks: () => ({ ask: "add entry", words: "He rang.", told: {} }),
      files: [handed("b.jpg", "another")],
      isInTwo: true,
    },
    { name: "a file is brought in", asks: () => ({ ask: "take in", zone: "Europe/London" }), files: [chat] },
    {
      name: "the passphrase is changed",
      asks: (typed) => ({ ask: "change passphrase", key: { by: "words", typed }, passphrase: "green door by the river" }),
    },
    { name: "a copy is made", asks: () => ({ ask: "make copy" }) },
    { name: "a copy is brought back", asks: (typed) => ({ ask: "restore copy", key: { by: "words", typed } }), isFromNothing: true },
  ];

  it.each(deeds)(
    "loses nothing that was told as kept, and shows nothing half, while $name",
    async ({ asks, files: given, isFromNothing, isInTwo }) => {
      const context = await stage.browser().newContext();
      const { files, words, copy } = await furnish(context);
      const start: Files = isFromNothing === true ? new Map() : files;
      const handedOver = isFromNothing === true ? [copy] : (given ?? []);
      const views = async () => {
        const window = await openVaultWindow(context, stage.address());
        const view = await viewOf(window, words);
        await window.page.close();
        return view;
      };
      /** Does it, dying so; what it answered, and what was done. */
      const doIt = async (death: Death): Promise<{ readonly answer: string; readonly done: readonly string[] }> => {
        const window = await openDying(context);
        await putBack(window.page, start);
        if (isFromNothing !== true) await unlock(window, words);
        await die(window.page, death);
        const answer = await window.answerOf(asks(words), handedOver);
        const done = await doneIn(window.page);
        await window.page.close();
        return { answer, done };
      };

      const unhurt = await doIt({ step: Number.MAX_SAFE_INTEGER, leaves: "nothing" });
      const after = await views();
      const first = await openDying(context);
      await putBack(first.page, start);
      await first.page.close();
      const before = await views();
      // A file that goes with an entry is in before the entry is: then it is kept as a file of its own.
      const seen = [before, after, ...(isInTwo === true ? [{ ...before, originals: after.originals }] : [])];
      expect(unhurt.done.length).toBeGreaterThan(0);
      // Of a long row each is like the one before.
      const { done } = unhurt;
      const some = [...done.entries()].filter(
        ([i, name]) => i + 1 === done.length || done.slice(Math.max(0, i - 3), i).some((one) => one !== name) || i < 3,
      );
      for (const [i, name] of some)
        for (const leaves of name === "write" ? (["nothing", "a part"] as const) : (["nothing"] as const)) {
          const { answer } = await doIt({ step: i + 1, leaves });
          const where = `${name}, step ${i + 1} of ${unhurt.done.length}, ${leaves} done, answered "${answer}"`;
          const view = await views();
          expect(seen, where).toContainEqual(view);
          if (answer === unhurt.answer) expect(view, where).toEqual(after);
        }
      await context.close();
    },
  );
});
