import { type Result, failed, ok } from "@unmask/core";
import { linesOf } from "./text.ts";

/** One label and value of `bag-info.txt`, in the order of the file; a label may come more than once. */
export interface BagInfoLine {
  readonly label: string;
  readonly value: string;
}

/** Reads `bag-info.txt` (RFC 8493 §2.2.2; `package-info.txt` before 0.96). The error names the line. */
export function parseBagInfo(text: string): Result<readonly BagInfoLine[], string> {
  const found: { label: string; value: string }[] = [];
  for (const [i, line] of linesOf(text).entries()) {
    const last = found.at(-1);
    if (/^[ \t]/.test(line) && last) {
      last.value += ` ${line.trim()}`;
      continue;
    }
    if (line.trim() === "") continue;
    const colon = line.indexOf(":");
    if (colon < 1) return failed(`line ${i + 1} is no label and value`);
    found.push({ label: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() });
  }
  return ok(found);
}

/** All values of a label; labels compare without regard to case (RFC 8493 §2.2.2). */
export function valuesOf(lines: readonly BagInfoLine[], label: string): string[] {
  const wanted = label.toLowerCase();
  return lines.filter((line) => line.label.toLowerCase() === wanted).map((line) => line.value);
}

/** The text of `bag-info.txt`. A value stands on one line: line breaks and control characters in it become blanks. */
export function bagInfoText(lines: readonly BagInfoLine[]): string {
  return lines.map(({ label, value }) => `${label}: ${oneLine(value)}\n`).join("");
}

function oneLine(value: string): string {
  return value
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/\p{Cs}/gu, "\uFFFD")
    .trim();
}

/** What `Payload-Oxum` says: bytes and number of files under `data/`. */
export interface PayloadOxum {
  readonly bytes: number;
  readonly files: number;
}

/** Reads "279164409832.1198"; undefined when it is not of that form. */
export function parsePayloadOxum(value: string): PayloadOxum | undefined {
  const match = /^(\d{1,15})\.(\d{1,15})$/.exec(value);
  return match ? { bytes: Number(match[1]), files: Number(match[2]) } : undefined;
}
