import { type ReadValue, count, instantFromJson, instantToIso, list, object, oneOf, readDocument } from "@unmask/core";
import { readDocumentOf, writeDocumentOf } from "./documents.ts";
import type { Tries } from "./tries.ts";
import type { Vault } from "./vault.ts";

/** The list of openings and failed tries (docs/formats/vault.md, "Openings"). */

/** One opening. All moments are by the device's clock: `2026-10-04T21:14:05.123Z`. */
export interface Opening {
  readonly at: string;
  /** With what, never by whom. `ordinary`: the second passphrase, and the ordinary notes. */
  readonly by: (typeof ways)[number];
  /** Wrong passphrases since the opening before, and when the last was. */
  readonly wrong?: { readonly count: number; readonly last: string };
  /** The clock stood earlier than at the opening before. */
  readonly isClockBack: boolean;
}

/** How it was opened. */
const ways = ["made", "restored", "passphrase", "words", "passkey", "ordinary"] as const;

/** So many are kept, the newest: a list that grows with each opening would be written anew with each. */
const mostKept = 500;

/** UTF-16 units: some 130 of each opening. */
const longestList = 256 * 1024;

type Kept = Omit<Opening, "isClockBack">;

/**
 * Adds one, behind those of the ordinary notes and with the wrong tries that were noted since the last. Where nothing can be written it stays away, and
 * the answer is false: the vault is opened all the same.
 */
export async function noteOpening(vault: Vault, { at, by }: Pick<Kept, "at" | "by">, tries?: Tries | "altered"): Promise<boolean> {
  const { wrong: count = 0, last, opened = [] } = tries === "altered" ? {} : (tries ?? {});
  const ordinary = opened.map((one): Kept => ({ at: instantToIso(one), by: "ordinary" }));
  const wrong = last && { count, last: instantToIso(last) };
  const openings = [...(await keptOf(vault)), ...ordinary, { at, by, ...(wrong && { wrong }) }].slice(-mostKept);
  return (await writeDocumentOf(vault, "openings", JSON.stringify({ openings }))).ok;
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
