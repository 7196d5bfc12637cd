import { type Result, failed, ok } from "@unmask/core";
import { hasUtf8Mark, linesOf } from "./text.ts";

/** What `bagit.txt` says. */
export interface BagDeclaration {
  /** "0.93" to "0.97", or "1.0". */
  readonly version: string;
  /** Encoding of all other tag files, as written. */
  readonly encoding: string;
}

/** The bytes of `bagit.txt` in every pack of ours. */
export const declarationText: string = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

const knownVersions: readonly string[] = ["0.93", "0.94", "0.95", "0.96", "0.97", "1.0"];

/** Reads `bagit.txt` (RFC 8493 §2.1.1): two lines, always UTF-8, no mark, no stray whitespace. The error says what is wrong. */
export function parseDeclaration(bytes: Uint8Array): Result<BagDeclaration, string> {
  if (hasUtf8Mark(bytes)) return failed("starts with a byte-order mark");
  const lines = linesOf(new TextDecoder("utf-8").decode(bytes));
  const version = /^BagIt-Version: (\d+\.\d+)$/.exec(lines[0] ?? "")?.[1];
  if (version === undefined) return failed("its first line is not 'BagIt-Version: ' and a number");
  const encoding = /^Tag-File-Character-Encoding: (\S+)$/.exec(lines[1] ?? "")?.[1];
  if (encoding === undefined) return failed("its second line is not 'Tag-File-Character-Encoding: ' and a name");
  if (lines.length > 2) return failed("has more than two lines");
  if (!knownVersions.includes(version)) return failed("names a BagIt version that does not exist");
  return ok({ version, encoding });
}
