import { type ReadValue, count, instantFromJson, instantToIso, list, object, oneOf, readDocument } from "@unmask/core";
import { type Vault, readDocumentOf, writeDocumentOf } from "@unmask/vault";
import type { Opening } from "./protocol.ts";

/** The list of openings and failed tries (docs/formats/vault.md, "Openings"). */

/** How it was opened. */
const ways = ["made", "restored", "passphrase", "words", "passkey"] as const;

/** So many are kept, the newest: a list that grows with each opening would be written anew with each. */
const mostKept = 500;

/** UTF-16 units: some 130 of each opening. */
const longestList = 256 * 1024;

type Kept = Omit<Opening, "isClockBack">;

/** Adds one. Where nothing can be written it stays away: the vault is opened all the same. */
export async function noteOpening(vault: Vault, { at, by, wrong }: Kept): Promise<void> {
  const openings = [...(await keptOf(vault)), { at, by, ...(wrong && { wrong }) }].slice(-mostKept);
  await writeDocumentOf(vault, "openings", JSON.stringify({ openings }));
}

/** All, the newest first. */
export async function readOpenings(vault: Vault): Promise<readonly Opening[]> {
  const kept = await keptOf(vault);
  return kept.map((one, i) => ({ ...one, isClockBack: one.at < (kept[i - 1]?.at ?? "") })).reverse();
}

async function keptOf(vault: Vault): Promise<readonly Kept[]> {
  const text = await readDocumentOf(vault, "openings");
  if (!text.ok || text.value === undefined) return [];
  const read = readDocument(text.value, { what: "openings", longest: longestList }, openingsFromJson);
  return read.ok ? read.value : [];
}

const momentFromJson: ReadValue<string> = (value, path) => instantToIso(instantFromJson(value, path));

const openingsFromJson: ReadValue<readonly Kept[]> = object(({ must }) =>
  must(
    "openings",
    list(
      object((one) => ({
        at: one.must("at", momentFromJson),
        by: one.must("by", oneOf(ways)),
        ...one.may(
          "wrong",
          object((wrong) => ({ count: wrong.must("count", count), last: wrong.must("last", momentFromJson) })),
        ),
      })),
    ),
  ),
);
