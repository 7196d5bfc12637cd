/**
 * Sets of other forces, in a folder of the case folder (`DIR/case/neighbours`): one file each, `ID.json`, with the set and its signature as they
 * came, who may sign the next one, and where it takes letters. It is verified each time that it is read.
 */
import { mkdir, open, readFile, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type ReadValue, type Result, failed, object, ok, parsed, readDocument, text } from "@unmask/core";
import { type Ask, type SetFiles, fetchForceSet } from "@unmask/corridor";
import { base64ToBytes, bytesToBase64 } from "@unmask/seal";
import { type ForcePin, forcePinFromJson, parseForceSet, pinOf, verifyForceSet } from "@unmask/submission";
import type { Neighbour, Neighbours } from "../force/neighbour.ts";
import { isMissing, syncFolder } from "./shared-sync.ts";

/** UTF-16 units of a file: a set has 64 Ki. */
const longestFile = 256 * 1024;

interface Kept {
  readonly pin: ForcePin;
  readonly intake: string;
  readonly files: SetFiles;
}
const base64: ReadValue<Uint8Array> = parsed(base64ToBytes, "base64");
const keptFromJson: ReadValue<Kept> = object(({ must }) => ({
  pin: must("pin", forcePinFromJson),
  intake: must("intake", text),
  files: { set: must("set", base64), signature: must("signature", base64) },
}));

/** What the command of the administrator does beside reading. */
export interface NeighbourFolder extends Neighbours {
  /** Keeps a set: of a force that is not there yet only under the signer that was told by another way. */
  keep(
    files: SetFiles,
    told: { readonly signer?: string | undefined; readonly intake?: string | undefined },
  ): Promise<Result<Neighbour, string>>;
  /** False where there is none of this id. */
  remove(force: string): Promise<boolean>;
}

/** The neighbours of a case folder; `ask` is how their intakes are asked for a newer set. */
export function openNeighbours(caseFolder: string, ask: Ask): NeighbourFolder {
  const folder = join(caseFolder, "neighbours");
  const find = async (force: string): Promise<(Neighbour & Kept) | undefined> => {
    const kept = await readKept(folder, force);
    const set = kept && verifyForceSet(kept.files.set, kept.files.signature, kept.pin);
    return kept !== undefined && set?.ok === true ? { ...kept, set: set.value } : undefined;
  };
  return {
    async list() {
      const ids = (await namesIn(folder)).flatMap((name) => /^([0-9a-f]{32})\.json$/.exec(name)?.[1] ?? []);
      const all = await Promise.all(ids.map(find));
      return all.filter((one) => one !== undefined).sort((one, other) => (one.set.name < other.set.name ? -1 : 1));
    },
    async newest(force) {
      const here = await find(force);
      if (here === undefined) return undefined;
      const files = await fetchForceSet(here.intake, ask);
      const newer = files === undefined ? undefined : verifyForceSet(files.set, files.signature, here.pin);
      if (files === undefined || newer?.ok !== true || newer.value.number <= here.set.number) return here;
      await write(folder, newer.value.force, { pin: pinOf(newer.value), intake: here.intake, files });
      return { set: newer.value, intake: here.intake };
    },
    async keep(files, told) {
      const unverified = parseForceSet(files.set);
      if (!unverified.ok) return failed(`This is no force set: ${unverified.error}.`);
      const { force } = unverified.value;
      const known = await readKept(folder, force);
      if (known === undefined && told.signer === undefined)
        return failed("This force is not known here yet: give --signer RW…, as that force told it by another way than its set.");
      const first = told.signer === undefined ? undefined : { force, signer: told.signer, nextSigner: null, number: 0 };
      const set = verifyForceSet(files.set, files.signature, known?.pin ?? first);
      if (!set.ok) return failed(set.error.says);
      const named = told.intake ?? set.value.intake ?? known?.intake;
      const intake = named === undefined ? undefined : originOf(named);
      if (intake === undefined) return failed("Its set names no address that takes letters. Name it: --intake https://…");
      await write(folder, force, { pin: pinOf(set.value), intake, files });
      return ok({ set: set.value, intake });
    },
    async remove(force) {
      if ((await readKept(folder, force)) === undefined) return false;
      await rm(join(folder, `${force}.json`), { force: true });
      await syncFolder(folder);
      return true;
    },
  };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
}

async function readKept(folder: string, force: string): Promise<Kept | undefined> {
  if (!/^[0-9a-f]{32}$/.test(force)) return undefined;
  try {
    const read = readDocument(
      await readFile(join(folder, `${force}.json`), "utf8"),
      { what: "neighbour", longest: longestFile },
      keptFromJson,
    );
    return read.ok && read.value.pin.force === force ? read.value : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Whole or not at all. */
async function write(folder: string, force: string, { pin, intake, files }: Kept): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const content = { pin, intake, set: bytesToBase64(files.set), signature: bytesToBase64(files.signature) };
  const unfinished = join(folder, `${force}.new`);
  const handle = await open(unfinished, "w", 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(content)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, join(folder, `${force}.json`));
  await syncFolder(folder);
}

/** The origin of an address without path; undefined for any other. */
function originOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, origin, pathname, search, hash } = new URL(address);
  const isBare = pathname === "/" && `${search}${hash}` === "";
  return isBare && (protocol === "https:" || protocol === "http:") ? origin : undefined;
}
