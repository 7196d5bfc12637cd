import { type Result, failed, ok } from "@unmask/core";
import type { PlaceInFile } from "./find-exhibit.ts";

/**
 * `data/acts.jsonl.gz`, unpacked: one shown act a line, in the order of the log (docs/formats/pack.md, "Acts"):
 * `{"leaf":12,"salt":"<64 hex>","act":{…}}`. The leaf commits to the bytes of the object after `"act":`, exactly as they stand there.
 */

/** A longer line is an attack on memory: no message of any app comes near. */
export const maxActLine: number = 64 * 1024 * 1024;

/** One line, with its line break. `entry` is the act's JSON. */
export function actLine(leaf: number, salt: string, entry: string): string {
  return `{"leaf":${leaf},"salt":"${salt}","act":${entry}}\n`;
}

/** A line read back. */
export interface ActLine {
  readonly leaf: number;
  /** 64 lower-case hexadecimal digits. */
  readonly salt: string;
  /** What the leaf commits to. */
  readonly entry: string;
  /** The spans that the act says it stands in. */
  readonly spans: readonly ActSpan[];
}

/** Where an act stands, as far as a pack can check it: of a member of an archive the positions are of the member's bytes. */
type ActSpan = PlaceInFile;

const linePattern = /^\{"leaf":(0|[1-9]\d{0,9}),"salt":"([0-9a-f]{64})","act":(\{.*\})\}$/s;

/** Reads one line without its line break, in its one spelling. The error says what is wrong, without content. */
export function parseActLine(line: string): Result<ActLine, string> {
  const match = linePattern.exec(line);
  if (!match) return failed("is not written as acts are");
  const entry = match[3] ?? "";
  const act = parseJson(entry);
  if (!isRecord(act) || !Array.isArray(act["sources"]) || act["sources"].length === 0) return failed("holds no act with its sources");
  const spans: ActSpan[] = [];
  for (const source of act["sources"]) {
    const span = parseSpan(source);
    if (!span) return failed("names a source that is no span");
    spans.push(span);
  }
  return ok({ leaf: Number(match[1]), salt: match[2] ?? "", entry, spans });
}

function parseSpan(source: unknown): ActSpan | undefined {
  if (!isRecord(source)) return undefined;
  const { sha256, start, end, within } = source;
  if (typeof sha256 !== "string" || !isPosition(start) || !isPosition(end)) return undefined;
  if (within === undefined) return { sha256, start, end };
  const around = hashesOf(within);
  return around && { sha256, start, end, within: around };
}

/** The hashes of the archives around a member; undefined where there is none. */
export function hashesOf(within: unknown): PlaceInFile["within"] {
  if (!Array.isArray(within) || within.length === 0) return undefined;
  const hashes = within.flatMap((one: unknown) => (isRecord(one) && typeof one["sha256"] === "string" ? [{ sha256: one["sha256"] }] : []));
  return hashes.length === within.length ? hashes : undefined;
}

/** Whether a value is a whole number from 0. */
export function isPosition(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** JSON, or undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a value is an object with keys. */
export function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
