import {
  type DateOrder,
  type ReadValue,
  type Result,
  type Sha256,
  count,
  dateOrders,
  failed,
  fault,
  list,
  object,
  ok,
  oneOf,
  parseSha256,
  parsed,
  readStrictly,
  text,
} from "@unmask/core";
import { bytesToText, textToBytes } from "@unmask/seal";
import { type Put, sealedBytes } from "./deed.ts";
import { type Vault, type VaultFailure, vaultFailure } from "./vault.ts";
import { isCovered, layout } from "./layout.ts";
import { parseJson } from "./book.ts";
import { readSealed } from "./sealed-file.ts";

/** How the acts of an original were read, as she said it: what is not there was not asked. */
export interface OriginalTerms {
  /** The zone of its wall times. */
  readonly zone?: string;
  readonly dateOrder?: DateOrder;
  /** Where numbers without a country are dialled from, ISO 3166 alpha-2. */
  readonly country?: string;
}

/** One file that she brought in. */
export interface Original {
  /** As it was handed in, with `/` between folders. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: Sha256;
  /** `originals/….age`; absent where there was no room: it is to be brought again. */
  readonly file?: string;
  /** When it was brought in, by the device's clock: `2026-10-04T21:14:05.123Z`. */
  readonly at: string;
  readonly terms?: OriginalTerms;
}

/** Files of the catalogue, each by a SHA-256 of its own. More are an attack on memory. */
const mostOriginals = 200_000;

/** The catalogue; empty where nothing was brought in yet. Ask for it inside `inTurn`. */
export async function catalogueOf(vault: Vault): Promise<Result<readonly Original[], VaultFailure>> {
  const opened = await readSealed(vault, layout.catalogue);
  if (!opened.ok) return opened;
  if (opened.value === undefined) return ok([]);
  const originals = parseCatalogue(opened.value);
  return originals === undefined ? failed(vaultFailure("not-whole", layout.catalogue)) : ok(originals);
}

/** What a catalogue that is to be written goes on from: nothing where it is missing or was changed, and the write lays that one beside. */
export async function catalogueToChange(vault: Vault): Promise<readonly Original[]> {
  const catalogue = await catalogueOf(vault);
  return catalogue.ok ? catalogue.value : [];
}

/** The catalogue as a file to be written. */
export function cataloguePut(vault: Vault, originals: readonly Original[]): Put {
  return sealedBytes(vault, layout.catalogue, writeCatalogue(originals));
}

/** The plaintext of a catalogue. */
export function writeCatalogue(originals: readonly Original[]): Uint8Array {
  return textToBytes(`${JSON.stringify({ originals: originals.map(inOrder) })}\n`);
}

/** Reads the plaintext of a catalogue; undefined where it is none. */
export function parseCatalogue(bytes: Uint8Array): readonly Original[] | undefined {
  const read = readStrictly(
    parseJson(bytesToText(bytes) ?? ""),
    "catalogue",
    object(({ must }) => must("originals", list(originalFromJson))),
  );
  if (!read.ok || read.value.length > mostOriginals) return undefined;
  return new Set(read.value.map(({ sha256 }) => sha256)).size === read.value.length ? read.value : undefined;
}

const pathIn = (folder: string): ReadValue<string> => {
  const own: ReadValue<string> = (value, path) =>
    typeof value === "string" && value.startsWith(folder) && isCovered(value) ? value : fault(path, "is no file of a vault");
  return own;
};

const originalFromJson: ReadValue<Original> = object(({ must, may }) => ({
  name: must("name", text),
  size: must("size", count),
  sha256: must("sha256", parsed(parseSha256, "SHA-256")),
  ...may("file", pathIn("originals/")),
  at: must("at", text),
  ...may(
    "terms",
    object((terms) => ({
      ...terms.may("zone", text),
      ...terms.may("dateOrder", oneOf(dateOrders)),
      ...terms.may("country", text),
    })),
  ),
}));

/** Keys in the order of the document, so that two writers write the same bytes. */
function inOrder({ name, size, sha256, file, at, terms }: Original): Original {
  return {
    name,
    size,
    sha256,
    ...(file !== undefined && { file }),
    at,
    ...(terms && { terms: termsInOrder(terms) }),
  };
}

function termsInOrder({ zone, dateOrder, country }: OriginalTerms): OriginalTerms {
  return { ...(zone !== undefined && { zone }), ...(dateOrder && { dateOrder }), ...(country !== undefined && { country }) };
}
