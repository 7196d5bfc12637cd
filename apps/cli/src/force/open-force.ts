import { type Result, failed, ok } from "@unmask/core";
import { type Ask, type SetFiles, fetchForceSet } from "@unmask/corridor";
import { parsePublicKey, publicKeyText } from "@unmask/seal";
import { type ForcePin, type ForceSet, parseForceSet, verifyForceSet } from "@unmask/submission";
import type { Given } from "../arguments.ts";
import { readTextBytes, readTextFile } from "../ports/named-file.ts";
import type { World } from "../world.ts";
import { keepPin, pinFor, readPins } from "./pins.ts";

/** The options that name a force. */
export const forceShape = { force: "text", intake: "text", signer: "text" } as const;

/** A force whose set was verified, and the origin that takes what is sent. */
export interface OpenedForce {
  readonly set: ForceSet;
  readonly intake: string;
}

/** Why there is none: what was given is not understood, or the force's set cannot be used. */
export interface NoForce {
  readonly isUsage: boolean;
  readonly says: string;
}

/**
 * Reads the set that --force names, a URL or a file with its `.minisig` beside it, and verifies it against the signer that is kept for this
 * force, or that --signer names. At the first use the signer is shown, and kept.
 */
export async function openForce(given: Given, ask: Ask, world: World): Promise<Result<OpenedForce, NoForce>> {
  const named = readNamed(given);
  if (!named.ok) return usage(named.error);
  const { origin, place, intake } = named.value;
  const told = await readSigner(given.text("signer"), world.signal);
  if (!told.ok) return usage(told.error);
  const files = origin === null ? await readSetFiles(place, world.signal) : await fetchSetFiles(origin, ask);
  if (!files.ok) return failed({ isUsage: false, says: files.error });
  const known = await readPins();
  if (!known.ok) return failed({ isUsage: false, says: known.error });
  const unverified = parseForceSet(files.value.set);
  const kept = unverified.ok ? pinFor(known.value, origin, unverified.value.force) : undefined;
  const verified = verifyForceSet(files.value.set, files.value.signature, pinOfBoth(kept, told.value));
  if (!verified.ok) return failed({ isUsage: false, says: verified.error.says });
  const set = verified.value;
  sayNewSigner(world, set, kept, told.value);
  const notKept = await keepPin(known.value, origin, set);
  if (notKept !== undefined)
    world.terminal.say(
      `unmask: nothing can be kept in your own folder (${notKept}). It goes on all the same; who signs for this force, and what is sent now, is not known here later.`,
    );
  const address = intake ?? set.intake ?? origin;
  return address === null
    ? failed({ isUsage: true, says: "the force set names no address that takes letters. Name it: --intake URL." })
    : ok({ set, intake: address });
}

/** What a person names with --signer goes before what was kept. */
function pinOfBoth(kept: ForcePin | undefined, told: string | undefined): ForcePin | undefined {
  if (told === undefined) return kept;
  return { force: kept?.force ?? null, signer: told, nextSigner: null, number: kept?.number ?? 0 };
}

function sayNewSigner({ terminal }: World, set: ForceSet, kept: ForcePin | undefined, told: string | undefined): void {
  if (told !== undefined || kept?.signer === set.signer) return;
  terminal.say(
    kept === undefined
      ? `This is the first time you write to ${set.name}. Its signer is ${set.signer}: compare it with what the force tells you by another way. It is kept from now on.`
      : `${set.name} has a new signer, announced by the one before: ${set.signer}. It is kept from now on.`,
  );
}

interface Named {
  /** Of a URL; null: a file. */
  readonly origin: string | null;
  readonly place: string;
  readonly intake: string | undefined;
}

function readNamed(given: Given): Result<Named, string> {
  const place = given.text("force");
  if (place === undefined) return failed("name the force: --force URL, or --force FILE of its set.");
  const isUrl = /^https?:/i.test(place);
  const origin = isUrl ? originOf(place) : null;
  if (origin === undefined) return failed("--force: write an address without a path, like https://intake.example.org.");
  const asked = given.text("intake");
  const intake = asked === undefined ? undefined : originOf(asked);
  if (asked !== undefined && intake === undefined)
    return failed("--intake: write an address without a path, like https://intake.example.org.");
  return ok({ origin, place, intake });
}

/** The origin of an address without path, question or name; undefined for any other. */
function originOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, origin, pathname, search, hash, username, password } = new URL(address);
  const isBare = pathname === "/" && `${search}${hash}${username}${password}` === "";
  return isBare && (protocol === "https:" || protocol === "http:") ? origin : undefined;
}

async function readSigner(word: string | undefined, signal: AbortSignal): Promise<Result<string | undefined, string>> {
  if (word === undefined) return ok(undefined);
  const bare = parsePublicKey(word);
  const key = bare.ok ? bare : parsePublicKey((await readTextFile(word, signal)) ?? "");
  return key.ok ? ok(publicKeyText(key.value)) : failed(`--signer: neither a public key nor a file that holds one.`);
}

async function readSetFiles(path: string, signal: AbortSignal): Promise<Result<SetFiles, string>> {
  const [set, signature] = await Promise.all([readTextBytes(path, signal), readTextBytes(`${path}.minisig`, signal)]);
  if (set === undefined) return failed("there is no file at --force. Look at how the path is written. Nothing was sent.");
  return ok({ set, signature: signature ?? new Uint8Array() });
}

async function fetchSetFiles(origin: string, ask: Ask): Promise<Result<SetFiles, string>> {
  const files = await fetchForceSet(origin, ask);
  return files === undefined
    ? failed("the address of the force does not answer with its set. Nothing was sent. Look at the address, or try again later.")
    : ok(files);
}

function usage(says: string): Result<never, NoForce> {
  return failed({ isUsage: true, says });
}
