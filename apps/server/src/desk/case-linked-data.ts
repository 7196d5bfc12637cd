import { type CaseExport, type ExportedExhibit, type ExportedPaper, toldActs } from "@unmask/case";
import { type Exhibit, instantToIso, parseSha256 } from "@unmask/core";
import { type CaseAct, type CaseSource, type KeptFile, caseJsonLd } from "@unmask/pack";

/** The acts of a case, of all its packs, in CASE (docs/formats/case.md, "A case"), with every file that is kept; what the force wrote is not in it. */
export function caseLinkedData(from: CaseExport & Pick<CaseSource, "tool">, seed: Uint8Array): string {
  const acts = toldActs(from);
  const source = {
    name: `Case ${from.case} of ${from.force.name}`,
    says: "Acts of every pack of the case. Files are named by their hashes and numbers; they lie in the packs and with the orders, and none is beside this file.",
    madeAt: from.madeAt,
    tool: from.tool,
    coverage: [],
    exhibits: exhibitsOnce(from),
    kept: from.exhibits.flatMap((one) => (one.of === "order" ? keptFile(one, from) : [])),
    hasFiles: false,
    acts: (): readonly CaseAct[] => acts.map(({ act, pack, number }) => ({ act, says: `act ${number} of pack ${pack}` })),
  };
  return [...caseJsonLd(source, seed)].join("");
}

/** Each file once, however many packs it came in. One whose hash no list tells cannot be named. */
function exhibitsOnce({ exhibits, withContact, cover }: CaseExport): readonly Exhibit[] {
  const byHash = new Map<string, Exhibit>();
  for (const one of exhibits) {
    if (one.of === "order") continue;
    const exhibit = exhibitOf(one, withContact ? (text) => text : cover);
    if (exhibit !== undefined && !byHash.has(exhibit.sha256)) byHash.set(exhibit.sha256, exhibit);
  }
  return [...byHash.values()];
}

function exhibitOf({ number, name, size, sha256, pack }: ExportedExhibit, cover: (text: string) => string): Exhibit | undefined {
  const hash = parseSha256(sha256 ?? "");
  return hash === undefined
    ? undefined
    : { number, path: `${pack}/${number}`, name: cover(name ?? ""), sha256: hash, size, withheld: name === null };
}

function keptFile(
  { number, order, what, name, form, size, sha256, kept }: ExportedPaper,
  { withContact, cover }: CaseExport,
): readonly KeptFile[] {
  const hash = parseSha256(sha256 ?? "");
  if (hash === undefined) return [];
  const says = `Kept with order ${order} on ${instantToIso(kept)}: ${what}`;
  return [{ number, says, name: `${withContact ? (name ?? what) : cover(name ?? what)}.${form ?? ""}`, sha256: hash, size }];
}
