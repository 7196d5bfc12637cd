import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type CheckedItem, reveal } from "@unmask/core";
import { openPack } from "@unmask/corridor";
import { type PackFiles, type Trust, verifyPack } from "@unmask/pack";
import { tarOf } from "@unmask/formats";
import { createIdentity, formatPublicKey, recipientOf, sealStream } from "@unmask/seal";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packFilesInFolder } from "../../fittings/node/src/pack-folder.ts";
import { nativeAead } from "../native-aead.ts";
import { runUnmask } from "../cli/run-unmask.ts";
import { changes, makePacks, pack, removePacks, trust, tsa, wholeChanges } from "../tamper/changes.ts";
import { exampleReport } from "../tamper/example-report.ts";
import { buildExample, createHash, exampleFiles, exampleSigner, otherSigner } from "../tamper/sealed-example.ts";
import { axe, runAxe } from "./axe.ts";
import { type Session, openApp, scratchFolder } from "./browser.ts";
import { setStage } from "./stage.ts";

const stage = setStage();
const scratch = scratchFolder();
const file = fileURLToPath(new URL("../../apps/verifier/dist/verify.html", import.meta.url));
const places = ["the disk", "the server"] as const;
type Place = (typeof places)[number];

let identity = "";
let sealed = "";
let tar = "";
beforeAll(async () => {
  await makePacks();
  const own = await createIdentity();
  identity = reveal(own);
  tar = write("UM-1.tar", await gather(tarOf(buildExample().entries)));
  sealed = write(
    "UM-1.age",
    await gather(sealStream(tarOf(buildExample().entries), { recipients: [await recipientOf(own)], aead: nativeAead })),
  );
});
afterAll(() => {
  removePacks();
  scratch.remove();
});

function open(place: Place, options: Parameters<typeof openApp>[2] = {}): Promise<Session> {
  const address = place === "the disk" ? pathToFileURL(file).href : `${stage.address()}verify`;
  return openApp(stage.browser(), address, { viewport: { width: 1280, height: 900 }, ...options });
}

function write(name: string, bytes: Uint8Array | string): string {
  const path = join(scratch.path, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}

async function gather(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece.slice());
  return Buffer.concat(pieces);
}

/** Pages that check at once, each with a processor. */
const pagesAtOnce = 2;

/** Does one piece of work after the other, on as many pages as check at once; none of them may ask the network or write an error. */
async function onPagesOf<Work>(place: Place, all: readonly Work[], work: (page: Page, one: Work) => Promise<void>): Promise<void> {
  const left = [...all];
  await Promise.all(
    Array.from({ length: pagesAtOnce }, async () => {
      const { page, wrong, context } = await open(place);
      for (let one = left.shift(); one !== undefined; one = left.shift()) await work(page, one);
      expect(wrong).toEqual([]);
      await context.close();
    }),
  );
}

let folders = 0;

/** Puts files into a folder of the disk as they are listed: a link leads to the same bytes elsewhere. */
async function putDown(files: PackFiles): Promise<string> {
  const name = `folder-${folders++}`;
  mkdirSync(join(scratch.path, name), { recursive: true });
  for (const { path, kind } of await files.list()) {
    const bytes = await gather(files.read(path)).catch(() => Buffer.from("not to be read"));
    if (kind === "file") write(`${name}/${path}`, bytes);
    else {
      const aim = write(`aim-${folders}`, bytes);
      mkdirSync(dirname(join(scratch.path, name, path)), { recursive: true });
      symlinkSync(aim, join(scratch.path, name, path));
    }
  }
  return join(scratch.path, name);
}

interface Brought {
  readonly identity?: string;
  readonly signer?: string;
  readonly authority?: string;
}

const known = (): Brought => ({ signer: formatPublicKey(exampleSigner), authority: tsa.anchorPem });

/** Hands over a file or a folder with keys, and waits for what comes of it. */
async function check(page: Page, path: string, brought: Brought = known()): Promise<void> {
  const again = page.getByRole("button", { name: "Check another" });
  if (await again.isVisible()) await again.click();
  const isFile = /\.\w+$/.test(path);
  await page.getByLabel(isFile ? "A sealed file (.age), or a tar" : "Or the folder it was unpacked into").setInputFiles(path);
  await page.getByLabel("Your own key, for a sealed file", { exact: true }).fill(brought.identity ?? "");
  await page.getByLabel("The signer's key", { exact: true }).fill(brought.signer ?? "");
  await page.getByLabel("Certificates of a time-stamp authority", { exact: true }).fill(brought.authority ?? "");
  await page.getByText(/^Chosen:/).waitFor();
  await page.getByRole("button", { name: "Check this pack" }).click();
  await page.getByRole("heading", { name: "What this shows" }).waitFor();
}

/** Has the browser fail to read one file of a folder, as from a disk with a fault; none for an empty path. */
function letFail(page: Page, path: string): Promise<void> {
  return page.evaluate((unreadable) => {
    const known: unknown = Reflect.get(globalThis, "sliceOfTheBrowser");
    const slice = typeof known === "function" ? known : Reflect.get(Blob.prototype, "slice");
    Reflect.set(globalThis, "sliceOfTheBrowser", slice);
    Reflect.set(Blob.prototype, "slice", function (this: Blob, ...args: unknown[]): unknown {
      const isIt = this instanceof File && this.webkitRelativePath.split("/").slice(1).join("/") === unreadable;
      if (isIt) throw new DOMException("the disk has a fault", "NotReadableError");
      return Reflect.apply(slice, this, args);
    });
  }, path);
}

/**
 * The same for hundreds of packs one after the other: what a person does between choosing and the verdict is done inside the page, without
 * waiting for each field to be seen.
 */
async function checkQuickly(page: Page, folder: string, brought: Brought = known()): Promise<void> {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll("button")) if (one.textContent === "Check another") one.click();
  });
  await page.locator("input[type=file]").nth(1).setInputFiles(folder);
  await page.evaluate(
    async (texts) => {
      const write = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set;
      for (const [i, field] of document.querySelectorAll("textarea").entries()) {
        write?.call(field, texts[i]);
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
      document.querySelector<HTMLButtonElement>("button[type=submit]")?.click();
      while (document.querySelector("h2")?.textContent === "What this page does" || document.querySelector("fieldset"))
        await new Promise((done) => setTimeout(done, 5));
    },
    ["", brought.signer ?? "", brought.authority ?? ""],
  );
}

/** What the page says of each path, and of the whole. */
function seen(page: Page): Promise<{ headline: string; verdicts: Record<string, string> }> {
  return page.evaluate(() => ({
    headline: document.querySelector("h1")?.textContent ?? "",
    verdicts: Object.fromEntries(
      Array.from(document.querySelectorAll(".items li"), (row) => [
        row.querySelector(".path")?.textContent ?? "",
        row.querySelector(".badge")?.textContent ?? "",
      ]),
    ),
  }));
}

const byPath = (items: readonly CheckedItem[]): Record<string, string> =>
  Object.fromEntries(items.map(({ path, verdict }) => [path, verdict]));

interface Said {
  readonly overall: string;
  readonly verdicts: Record<string, string>;
}

/** What `unmask verify` says of a folder. */
async function saidByCli(folder: string, who: Partial<Trust> = {}): Promise<Said> {
  const opened = await openPack({ folder: packFilesInFolder(folder) }, { identities: [] });
  return opened.ok ? saidOf(opened.value.files, who) : { overall: "not-verified", verdicts: {} };
}

async function saidOf(files: PackFiles, who: Partial<Trust> = {}): Promise<Said> {
  const { overall, items } = await verifyPack(files, { createHash, ...trust, ...who });
  return { overall, verdicts: byPath(items) };
}

const saidBefore = new Map<string, Said>();

/** The same cell of the table is said once for both places. */
async function once(cell: string, say: () => Promise<Said>): Promise<Said> {
  const said = saidBefore.get(cell) ?? (await say());
  saidBefore.set(cell, said);
  return said;
}

const begins: Readonly<Record<string, RegExp>> = {
  verified: /^Every item in this pack is as it was sealed/,
  "not-known": /^Nothing is altered\. /,
  "not-verified": /^(One item|[\d,]+ of [\d,]+ items|This pack (is not signed|could not)|This is no pack|The folder)\b/,
};

/** Of each change the cell of one member: of the first change the first that it can be made to, of the next the second, and so on. */
function oneOfEachRow<Cell extends { readonly row: string }>(cells: readonly Cell[]): readonly Cell[] {
  const rows = [...new Set(cells.map(({ row }) => row))];
  return rows.flatMap((row, nth) => {
    const ofRow = cells.filter((cell) => cell.row === row);
    return ofRow.slice(nth % ofRow.length, (nth % ofRow.length) + 1);
  });
}

describe.each(places)("a pack is checked by the page from %s", (place) => {
  it("has the CLI's verdict under every change of the table", async () => {
    // A disk holds no name twice; a tar that does is no pack's (below). A link is another matter for a browser (below), and a folder
    // with nothing in it is never handed to a page.
    const cells = Object.entries(changes)
      .filter(([row]) => row !== "there twice" && row !== "made a link" && row !== "an empty folder added beside it")
      .flatMap(([row, change]) => Array.from(pack.keys(), (path) => ({ row, path, changed: change(pack, path) })));
    const changing = cells.filter(({ changed }) => changed);
    // The server hands out the same bytes as lie on the disk: from there one member of each row, another each time, is enough.
    if (place === "the server") expect(await (await fetch(`${stage.address()}verify`)).text()).toBe(readFileSync(file, "utf8"));
    const possible = place === "the disk" ? changing : oneOfEachRow(changing);
    const differ: string[] = [];
    await onPagesOf(place, possible, async (page, { row, path, changed }) => {
      if (!changed) return;
      const isUnreadable = row === "unreadable";
      const folder = await putDown(isUnreadable ? asFiles(pack) : changed.files);
      const said = await once(`${row} ${path}`, () => (isUnreadable ? saidOf(changed.files) : saidByCli(folder)));
      await letFail(page, isUnreadable ? path : "");
      await checkQuickly(page, folder);
      const { headline, verdicts } = await seen(page);
      if (JSON.stringify(sorted(verdicts)) !== JSON.stringify(sorted(said.verdicts)) || !begins[said.overall]?.test(headline))
        differ.push(`${row}: ${path}: ${headline}`);
      rmSync(folder, { recursive: true });
    });
    expect(differ).toEqual([]);
    expect(changing.length).toBeGreaterThan(300);
  });

  it("has the CLI's verdict for every change of the whole", async () => {
    const differ: string[] = [];
    await onPagesOf(place, Object.entries(wholeChanges), async (page, [row, change]) => {
      const { files, who = {} } = await change();
      // An empty folder is nothing that can be chosen.
      if (files.size === 0) return;
      const folder = await putDown(asFiles(files));
      if (who.now !== undefined) await page.clock.setFixedTime(who.now);
      await checkQuickly(page, folder, {
        signer: (who.trustedSigners ?? [exampleSigner]).map((key) => formatPublicKey(key)).join("\n"),
        authority: who.trustedTsa === undefined ? tsa.anchorPem : "",
      });
      // Whoever brings a signer's key names it.
      const named = { signersNamed: who.trustedSigners?.length !== 0, ...who };
      const said = await saidByCli(folder, row === "another authority told" ? { ...named, trustedTsa: [] } : named);
      const { headline, verdicts } = await seen(page);
      if (JSON.stringify(sorted(verdicts)) !== JSON.stringify(sorted(said.verdicts)) || !begins[said.overall]?.test(headline))
        differ.push(`${row}: ${headline}`);
      if (who.now !== undefined) await page.clock.setFixedTime(Date.now());
    });
    expect(differ).toEqual([]);
  });

  it("opens a sealed file, a tar and nothing else, and says in one sentence what was handed over instead", async () => {
    const { page, wrong, context } = await open(place);
    const spoiled = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
    const bytes = readFileSync(sealed);
    const twice = join(scratch.path, `twice-${folders}`);
    cpSync(await putDown(asFiles(await exampleFiles())), twice, { recursive: true });
    const foreign = join(scratch.path, `foreign-${folders}.tar`);
    execFileSync("tar", ["-cf", foreign, "-C", twice, "bagit.txt", "bagit.txt"]);
    symlinkSync("bagit.txt", join(twice, "link"));
    execFileSync("tar", ["-rf", foreign, "-C", twice, "link"]);
    const mine = { ...known(), identity };
    for (const [path, brought, says] of [
      [sealed, mine, /^Every item in this pack is as it was sealed, .* When it was sealed is not shown\.$/],
      [tar, known(), /^Every item in this pack/],
      [sealed, { ...mine, signer: "" }, /^Nothing is altered\. Who sealed it and when it was sealed are not shown\.$/],
      [sealed, { ...mine, signer: formatPublicKey(otherSigner) }, /^This pack is not signed by the key you brought\./],
      [sealed, known(), /^The pack is sealed\. Give the key that opens it/],
      [sealed, { identity: reveal(await createIdentity()) }, /sealed to somebody else's key/],
      [write("spoiled.age", spoiled(bytes, bytes.length - 9)), mine, /was changed or damaged after it was sealed/],
      [write("cut.age", bytes.subarray(0, bytes.length - 20_000)), mine, /sealed file (is missing|was changed)/],
      [write("spoiled.tar", spoiled(readFileSync(tar), 108)), known(), /^Altered: the tar is not written as a pack's is/],
      [foreign, known(), /^Altered: the tar is not written as a pack's is/],
      [write("letter.pdf", "%PDF-1.7 and so on"), known(), /^The file is a PDF, not a pack\./],
      [dirname(write("holiday/one", "a picture")), known(), /^The folder is not a pack: it has none of the lists/],
    ] as const) {
      await check(page, path, brought);
      const { headline, verdicts } = await seen(page);
      expect(headline).toMatch(says);
      const cli = await runUnmask(["verify", path, "--json", ...optionsFor(brought)], { home: join(scratch.path, "home") });
      const items = (JSON.parse(cli.out) as { items: CheckedItem[] }).items;
      if (Object.keys(verdicts).length > 0) expect(verdicts).toEqual(byPath(items));
      else expect(items.map(({ path: one }) => one)).toEqual([""]);
    }
    expect(wrong).toEqual([]);
    await context.close();
  });

  it("shows the bad first with both hashes and the acts that hang on it, and that no time-stamp is no error", async () => {
    const { page, wrong, context } = await open(place);
    const files = await exampleFiles();
    files.set("data/originals/0001.txt", Buffer.from("another chat"));
    await check(page, await putDown(asFiles(files)), { signer: formatPublicKey(exampleSigner) });
    const first = page.locator(".items li").first();
    expect(await first.innerText()).toMatch(
      /^M\/1[^]*altered[^]*Not the file that was sealed[^]*Acts 1, 2[^]*listed\s+[0-9a-f]{64}\s+found\s+[0-9a-f]{64}\s/,
    );
    expect(await page.locator(".items li", { hasText: "no-time" }).innerText()).toContain("This is no error.");
    expect(await page.locator("aside").innerText()).toMatch(
      /It is no sign that they were invented[^]*found inside a pack[^]*proves nothing/,
    );
    await page.getByRole("button", { name: "Read the 15 acts with their exhibits" }).click();
    await page.getByText("not as it was sealed: M/1").first().waitFor();
    await page.getByText("I know you're home. Saw your light.").waitFor();
    expect(await page.locator(".acts li").count()).toBe(15);
    expect(wrong).toEqual([]);
    await context.close();
  });

  it("keeps hostile names and words as words", async () => {
    const { page, wrong, context } = await open(place);
    const script = "<img src=x onerror=document.title='taken'>";
    const example = exampleReport();
    const exhibits = example.report.exhibits.map((one) => ({ ...one, name: `${script}\u202egpj.exe` }));
    const acts = example.report.timeline.acts.map((act) => ({ ...act, text: `</script><script>document.title='taken'</script>${script}` }));
    const report = { ...example.report, exhibits, timeline: { ...example.report.timeline, acts } };
    const files = await exampleFiles({}, { ...example, report });
    files.set(`${script}\u202egpj`, Buffer.from("unlisted"));
    const folder = await putDown(asFiles(files));
    const hostile = join(scratch.path, script);
    cpSync(folder, hostile, { recursive: true });
    await check(page, hostile, { signer: formatPublicKey(exampleSigner) });
    const { verdicts } = await seen(page);
    expect(verdicts).toEqual((await saidByCli(hostile)).verdicts);
    expect(verdicts[`${script}\u202egpj`]).toBe("unlisted");
    await page.getByRole("button", { name: /^Read the/ }).click();
    await page.locator(".acts li").first().waitFor();
    expect(await page.title()).toBe("Check a pack");
    expect(await page.locator("img").count()).toBe(0);
    expect(wrong).toEqual([]);
    await context.close();
  });

  it("asks no network for anything and leaves nothing behind", async () => {
    const { page, context } = await open(place);
    const asked: string[] = [];
    context.on("request", (request) => asked.push(request.url()));
    await context.setOffline(true);
    await check(page, sealed, { ...known(), identity });
    await page.getByRole("button", { name: /^Read the/ }).click();
    await page.locator(".acts li").first().waitFor();
    expect(asked).toEqual([]);
    expect((await context.storageState({ indexedDB: true })).cookies).toEqual([]);
    const kept = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
      history.length > 2,
    ]);
    expect(kept).toEqual([0, 0, 0, false]);
    const sent = await page.evaluate(() =>
      fetch("https://example.org/").then(
        () => "sent",
        () => "refused",
      ),
    );
    expect(sent).toBe("refused");
    await context.close();
  });
});

it("tells a file of a folder as missing where it is a link, which a browser leaves out, and verifies no such folder", async () => {
  const { page, wrong, context } = await open("the disk");
  for (const path of pack.keys()) {
    const changed = changes["made a link"]?.(pack, path);
    if (!changed) throw new Error("there is such a row");
    await checkQuickly(page, await putDown(changed.files));
    const { headline, verdicts } = await seen(page);
    expect({ path, verdict: verdicts[path], overall: begins["not-verified"]?.test(headline) }).toEqual({
      path,
      verdict: "missing",
      overall: true,
    });
  }
  expect(wrong).toEqual([]);
  await context.close();
});

it("is one file without an address in it, and the build's hash beside it is that of the file", () => {
  const page = readFileSync(file, "utf8");
  expect(page).not.toMatch(/<(script|link|img|iframe)[^>]* (src|href)="(?!data:,")/);
  expect(page.match(/<script/g)?.length).toBe(1 + (page.match(/<script><\\\/script>/g)?.length ?? 0));
  const sha256 = createHash("sha256");
  sha256?.update(readFileSync(file));
  expect(readFileSync(`${file}.sha256`, "utf8")).toBe(`${sha256?.digest()}  verify.html\n`);
});

it("can be walked with the keyboard alone, and is read out from the verdict on", async () => {
  const { page, wrong, context } = await open("the disk");
  const tabTo = async (name: string): Promise<void> => {
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const { activeElement: one } = document;
        if (!(one instanceof HTMLElement)) return "";
        const label = "labels" in one && one.labels instanceof NodeList ? one.labels[0]?.textContent : undefined;
        return label ?? one.textContent ?? "";
      });
      if (at.startsWith(name)) return;
    }
    throw new Error(`the keyboard does not reach ${name}`);
  };
  const chooser = page.waitForEvent("filechooser");
  await tabTo("A sealed file");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles(sealed);
  await page.getByText(/^Chosen:/).waitFor();
  await tabTo("Your own key");
  await page.keyboard.type(identity);
  await tabTo("The signer's key");
  await page.keyboard.insertText(formatPublicKey(exampleSigner));
  await tabTo("Check this pack");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "What this shows" }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  await tabTo("Read the 15 acts");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Acts 1 to 15 of 15" }).waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "Acts 1 to 15 of 15");
  expect(wrong).toEqual([]);
  await context.close();
});

it.each([
  ["on a desk", {}],
  ["in the dark", { colorScheme: "dark" }],
  ["on 320 pixels, which is a desk at 400 %", { viewport: { width: 320, height: 256 } }],
] as const)("can be read by everybody %s", async (_, options) => {
  const { page, wrong, context } = await open("the disk", options);
  await context.addInitScript(axe);
  await page.reload();
  const look = async (): Promise<void> => {
    expect(await runAxe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  };
  await page.getByRole("heading", { level: 1 }).waitFor();
  await look();
  const files = await exampleFiles();
  files.set("data/originals/0001.txt", Buffer.from("another chat"));
  await check(page, await putDown(asFiles(files)), { signer: formatPublicKey(exampleSigner) });
  await page.getByRole("button", { name: /^Read the/ }).click();
  await page.locator(".acts li").first().waitFor();
  await look();
  expect(wrong).toEqual([]);
  await context.close();
});

function sorted(verdicts: Record<string, string>): [string, string][] {
  return Object.entries(verdicts).sort(([a], [b]) => (a < b ? -1 : 1));
}

function asFiles(files: ReadonlyMap<string, Uint8Array>): PackFiles {
  return {
    list: async () => [...files].map(([path, { length }]) => ({ path, size: length, kind: "file" })),
    async *read(path) {
      yield files.get(path) ?? new Uint8Array();
    },
  };
}

/** The same keys, as the CLI takes them. */
function optionsFor({ identity: key, signer, authority }: Brought): string[] {
  return [
    ...(key === undefined ? [] : ["-i", write("given/key.txt", key)]),
    ...(signer === undefined || signer === "" ? [] : ["--signer", write("given/signer.pub", signer)]),
    ...(authority === undefined ? [] : ["--tsa-ca", write("given/tsa.pem", authority)]),
  ];
}
