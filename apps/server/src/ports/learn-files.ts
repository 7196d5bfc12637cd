/** Files of what is learned: the editions that a force keeps in its case folder, each written once, and what is handed out. */
import { access, constants, link, mkdir, open, readFile, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type KeptEdition, keptEditionToJson, parseKeptEdition } from "@unmask/case";
import { type Result, failed, ok } from "@unmask/core";
import type { Editions } from "../learn/editions.ts";
import { createTurns } from "./in-turn.ts";
import { isMissing, syncFolder } from "./shared-sync.ts";

/** Where editions lie in the case folder. */
const editionsFolder = "editions";
const editionFile = /^(\d{4}-\d{2})-(\d+)\.json$/;

/** The editions of a case folder, whose lock the caller holds. */
export function openEditions(folder: string): Editions {
  return {
    read: () => readEditions(folder),
    keep: (edition) => keepEdition(folder, edition),
    inTurn: createTurns(),
  };
}

/** Every edition of a case folder, in the order in which they were made. Fails with a sentence where one is damaged: nothing more may be published beside it. */
export async function readEditions(folder: string): Promise<Result<readonly KeptEdition[], string>> {
  const place = join(folder, editionsFolder);
  const editions: KeptEdition[] = [];
  for (const name of (await namesIn(place)).filter((one) => editionFile.test(one))) {
    const edition = parseKeptEdition(await readFile(join(place, name), "utf8"));
    if (!edition.ok || nameOf(edition.value) !== name)
      return failed(
        `${join(place, name)} is damaged: put it back from a copy. Until then nothing can be published that was looked at beside it.`,
      );
    editions.push(edition.value);
  }
  return ok(editions.sort((one, other) => (one.made < other.made ? -1 : one.made > other.made ? 1 : order(one) < order(other) ? -1 : 1)));
}

function order({ month, edition }: KeptEdition): string {
  return `${month}/${(edition.split("/")[1] ?? "").padStart(8, "0")}`;
}

function nameOf({ edition }: KeptEdition): string {
  return `${edition.replace("/", "-")}.json`;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Keeps an edition, whole and for good, before anybody is given it. One that stands under its name is never written over: that throws. */
export async function keepEdition(folder: string, edition: KeptEdition): Promise<void> {
  const [place, name] = [join(folder, editionsFolder), nameOf(edition)];
  const unfinished = await writeUnfinished(place, name, keptEditionToJson(edition));
  await link(unfinished, join(place, name));
  await rm(unfinished);
  await syncFolder(place);
}

/** Makes the folder for what is handed out, or finds it there. Fails with a sentence where there can be none. */
export async function readyFolder(folder: string): Promise<Result<undefined, string>> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
    return ok(undefined);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return failed(`${folder} is no folder that can be written to (${String(error.code)}). Name another with --out. Nothing was published.`);
  }
}

/** Writes what is handed out; files of the same name go. */
export async function writeStatistics(folder: string, { csv, json }: { readonly csv: string; readonly json: string }): Promise<void> {
  await writeWhole(folder, "statistics.csv", csv);
  await writeWhole(folder, "statistics.json", json);
}

async function writeWhole(folder: string, name: string, text: string): Promise<void> {
  await rename(await writeUnfinished(folder, name, text), join(folder, name));
  await syncFolder(folder);
}

async function writeUnfinished(folder: string, name: string, text: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, `${name}.new`);
  const handle = await open(unfinished, "w", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return unfinished;
}
