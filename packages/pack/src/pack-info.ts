import { type EarlierPack, type ExhibitCopy, type Report, instantToIso } from "@unmask/core";
import { base64ToBytes } from "@unmask/seal";
import { type BagInfoLine, bagInfoText, valuesOf } from "./bag/info.ts";
import { layout, requiredSeals, timeSeals } from "./pack-layout.ts";

/** The version of the pack format that this program writes and reads. */
export const packVersion: string = "1";

/** What `bag-info.txt` says beside what the report says. */
export interface PackInfo {
  readonly payloadBytes: number;
  readonly payloadFiles: number;
  /** Hexadecimal; makes the hash of the tag manifest unguessable, and belongs to this pack's log alone. */
  readonly salt: string;
  readonly leaves: number;
  /** Leaves that an earlier log gave and that stand for no act. */
  readonly earlierLeaves: number;
  readonly shownActs: number;
  readonly timeStamped: boolean;
}

/** The text of `bag-info.txt`: what the bag is, which seals it carries, what was chosen and what more exists. */
export function packInfoText(report: Report, info: PackInfo): string {
  const { tool, selection } = report;
  const line = (label: string, value: string | number): BagInfoLine => ({ label, value: String(value) });
  return bagInfoText([
    line("Source-Organization", "Unmask"),
    line("External-Identifier", report.id),
    line("External-Description", "Report and evidence, sealed. How to check it: data/VERIFY.md"),
    line("Bagging-Date", instantToIso(report.madeAt).slice(0, 10)),
    line("Bag-Software-Agent", `${tool.name} ${tool.version}; ${tool.engine}; time zones ${tool.zones}`),
    line("Payload-Oxum", `${info.payloadBytes}.${info.payloadFiles}`),
    line("Unmask-Pack-Version", packVersion),
    line("Unmask-Salt", info.salt),
    ...[...requiredSeals, ...(report.after ? [layout.earlierProof] : []), ...(info.timeStamped ? timeSeals : [])].map((path) =>
      line("Unmask-Seal", path),
    ),
    line("Unmask-Log-Leaves", info.leaves),
    ...(report.after ? [line("Unmask-Earlier-Leaves", info.earlierLeaves)] : []),
    line("Unmask-Acts-Shown", info.shownActs),
    line("Unmask-Selection", selection.rule),
    ...selection.moreExists.map((says) => line("Unmask-More-Exists", says)),
    ...report.exhibits
      .filter((exhibit) => exhibit.withheld)
      .map(({ number, sha256, size }) => line("Unmask-Held-Back", `${number}, sha256 ${sha256}, ${size} bytes`)),
    ...report.exhibits.flatMap(({ number, sha256, withheld, copy }) =>
      withheld || copy === undefined ? [] : [line("Unmask-Copy", `${number}, sha256 of the original ${sha256}, ${sayWrittenOver(copy)}`)],
    ),
    ...(report.after === undefined ? [] : [line("Unmask-After", sayEarlierPack(report.after))]),
    ...report.assumptions.map((says) => line("Unmask-Assumption", says)),
  ]);
}

/** What `Unmask-After` says of an earlier pack: its id, the size and the root of its log, the last number given. */
export function sayEarlierPack({ id, checkpoint, lastNumber }: EarlierPack): string {
  const [, size = "", root = ""] = checkpoint.split("\n");
  return `${id}, log of ${size} leaves, root ${root}, last exhibit ${lastNumber}`;
}

/** What `Unmask-After` says of the earlier log; undefined where it is not written so. */
export function earlierLogIn(says: string): { readonly size: number; readonly root: Uint8Array } | undefined {
  const [, size = "", written = ""] = /^\S+, log of ([1-9]\d{0,9}) leaves, root (\S+), last exhibit .+$/s.exec(says) ?? [];
  const root = base64ToBytes(written);
  return root?.length === 32 ? { size: Number(size), root } : undefined;
}

function sayWrittenOver({ leftOut, redacted }: ExhibitCopy): string {
  const sizeOf = (stretches: ExhibitCopy["leftOut"]): number => stretches.reduce((sum, [start, end]) => sum + end - start, 0);
  return `${sizeOf(leftOut)} bytes written over${redacted === undefined ? "" : `, names covered in ${sizeOf(redacted)}`}`;
}

/** What a verifier reads out of `bag-info.txt`. */
export interface ReadPackInfo {
  readonly version: string | undefined;
  readonly id: string | undefined;
  readonly seals: readonly string[];
  readonly leaves: number | undefined;
  /** None where there is no such label. */
  readonly earlierLeaves: number | undefined;
  readonly shownActs: number | undefined;
  /** The earlier pack that it goes on from, as `sayEarlierPack` says it; each of several. */
  readonly after: readonly string[];
}

/** Reads the labels that a verifier needs; a label that comes twice says nothing. */
export function readPackInfo(lines: readonly BagInfoLine[]): ReadPackInfo {
  const only = (label: string): string | undefined => {
    const values = valuesOf(lines, label);
    return values.length === 1 ? values[0] : undefined;
  };
  const count = (label: string): number | undefined => {
    const value = only(label);
    return value !== undefined && /^(0|[1-9]\d{0,9})$/.test(value) ? Number(value) : undefined;
  };
  return {
    version: only("Unmask-Pack-Version"),
    id: only("External-Identifier"),
    seals: valuesOf(lines, "Unmask-Seal"),
    leaves: count("Unmask-Log-Leaves"),
    earlierLeaves: valuesOf(lines, "Unmask-Earlier-Leaves").length === 0 ? 0 : count("Unmask-Earlier-Leaves"),
    shownActs: count("Unmask-Acts-Shown"),
    after: valuesOf(lines, "Unmask-After"),
  };
}
