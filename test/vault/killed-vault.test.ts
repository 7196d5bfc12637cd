import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vaultFolder } from "@unmask/fittings-node";
import { checkVault, listOriginals, openOriginal, readDocumentOf, readJournal } from "@unmask/vault";
import { afterAll, expect, it } from "vitest";
import { bundleProgram } from "../../bench/child-program.ts";
import { createHers, keys, openHers, worldOf } from "../../fixtures/vault/vault-of-hers.ts";

const temporary = mkdtempSync(join(tmpdir(), "killed-notes-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** Kills at moments that no seed can repeat: each falls where the program happens to be. */
const kills = 20;
/** Milliseconds after the first write within which the program is killed. */
const within = 600;

/** Runs the program until it is killed; what it told as saved. */
async function toldUntilKilled(program: string, folder: string, after: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [program, folder], { stdio: ["ignore", "pipe", "inherit"] });
  let told = "";
  const isWriting = new Promise<void>((resolve) => {
    child.stdout.on("data", (bytes: Buffer) => {
      told += bytes.toString();
      if (told.includes("line")) resolve();
    });
  });
  const ended = once(child, "close");
  await isWriting;
  await new Promise((resolve) => setTimeout(resolve, after));
  child.kill("SIGKILL");
  await ended;
  // The last line may have been cut while it was told.
  return told.split("\n").slice(0, -1);
}

it(`a program that is killed ${kills} times while it writes loses nothing that it told as saved`, async () => {
  const folder = join(temporary, "notes");
  await createHers(vaultFolder(folder));
  const program = await bundleProgram(join(import.meta.dirname, "keeps-writing.ts"), temporary);
  const saved: string[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const told = await toldUntilKilled(program, folder, (kill * within) / kills);
    saved.push(...told);
    expect(told[0]).toBe("open");
    expect(await checkVault({ ...worldOf(vaultFolder(folder)), keys }), `kill ${kill}, before it is opened`).toMatchObject({
      isWhole: true,
    });
    const vault = await openHers(vaultFolder(folder));
    const { lines, lost } = await readJournal(vault);
    const catalogue = await listOriginals(vault);
    const names = new Set(catalogue.ok ? catalogue.value.map(({ name }) => name) : []);
    const written = new Set(lines.map(({ line }) => line));
    expect(lost).toEqual([]);
    for (const [, kind, value = ""] of saved.map((one) => /^(line|original) (.*)$/.exec(one) ?? []))
      if (kind !== undefined) expect((kind === "line" ? written : names).has(JSON.parse(value)), `kill ${kill}: ${value}`).toBe(true);
    const stated = saved.findLast((one) => one.startsWith("stated"));
    const document = await readDocumentOf(vault, "statement");
    if (stated !== undefined) expect(document.ok && names.has(document.value ?? "")).toBe(true);
    expect(await checkVault({ ...worldOf(vaultFolder(folder)), keys })).toMatchObject({ isWhole: true });
  }
  const vault = await openHers(vaultFolder(folder));
  const catalogue = await listOriginals(vault);
  for (const original of catalogue.ok ? catalogue.value : []) {
    const opened = await openOriginal(vault, original);
    expect(opened.ok && Buffer.from(await opened.value.read(0, original.size)).equals(Buffer.from(original.name.repeat(20_000)))).toBe(
      true,
    );
  }
  expect(saved.filter((one) => one.startsWith("line")).length).toBeGreaterThan(kills);
});
