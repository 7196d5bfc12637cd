import {
  type Cover,
  type EarlierPack,
  type Exhibit,
  type Finding,
  type Report,
  type SourceSpan,
  coverForm,
  coverageForm,
  instantToIso,
} from "@unmask/core";
import { createIsInPack } from "../find-exhibit.ts";
import type { PackActs } from "../pack-acts.ts";

/**
 * `data/report.json.gz`, before it is packed: everything of the report that is neither an act nor her statement, for programs
 * (docs/formats/pack.md, "Report"). An act is named by its leaf. Nothing of a held-back file but its number, hash and size.
 */
export function reportToJson(report: Report, acts: PackActs): string {
  const isInPack = createIsInPack(report);
  const isShown = (one: { readonly source: SourceSpan }): boolean => isInPack(one.source);
  const form = {
    id: report.id,
    madeAt: instantToIso(report.madeAt),
    tool: report.tool,
    terms: termsForm(report),
    ...(report.impact === undefined ? {} : { impact: report.impact }),
    ...(report.cover === undefined ? {} : { cover: toldCoverForm(report.cover, acts) }),
    selection: report.selection,
    ...(report.leftOut === undefined ? {} : { leftOut: report.leftOut }),
    ...(report.after === undefined ? {} : { after: earlierForm(report.after) }),
    assumptions: report.assumptions,
    acts: { total: acts.total, shown: acts.shown },
    exhibits: report.exhibits.map(exhibitForm),
    findings: report.findings.map((finding) => findingForm(finding, acts)),
    coverage: report.timeline.coverage.filter(isShown).map(coverageForm),
    unread: report.unread.filter(isShown),
    kept: report.kept.filter(isShown),
  };
  return `${JSON.stringify(form, undefined, 1)}\n`;
}

function earlierForm({ id, checkpoint, lastNumber }: EarlierPack): object {
  return { id, checkpoint, lastNumber };
}

function termsForm({ terms: { files: all, zone, zoneStated, dateOrder, country, at }, exhibits }: Report): object {
  const going = new Set(exhibits.flatMap(({ withheld, within, sha256 }) => (withheld ? [] : [within?.[0]?.sha256 ?? sha256])));
  const files = [...going].flatMap((sha256) => {
    const own = all?.get(sha256);
    if (own === undefined) return [];
    const stated = { ...(own.zone && { zone: own.zone.name }), ...(own.dateOrder && { dateOrder: own.dateOrder }) };
    return [{ sha256, ...stated, at: instantToIso(own.at) }];
  });
  const told = { zone: zone.name, zoneStated, ...(dateOrder === undefined ? {} : { dateOrder }), country, at: instantToIso(at) };
  return { ...told, ...(files.length > 0 && { files }) };
}

function exhibitForm({ number, path, name, alsoNamed, sha256, size, withheld, copy, within }: Exhibit): object {
  if (withheld) return { number, sha256, size, withheld };
  const part = { ...(copy === undefined ? {} : { copy }), ...(within === undefined ? {} : { within }) };
  return { number, path, name, ...(alsoNamed === undefined ? {} : { alsoNamed }), sha256, size, withheld, ...part };
}

/** An act that the pack does not show is not named by what she feared either: such entries are left out and counted. */
function toldCoverForm(cover: Cover, acts: PackActs): object {
  const { feared, ...rest } = cover;
  if (feared === undefined || typeof feared === "string") return coverForm(cover);
  const shown = feared.filter((one) => !("act" in one) || acts.leafOf(one.act) !== undefined);
  const leftOut = feared.length - shown.length;
  return {
    ...coverForm(shown.length === 0 ? rest : { ...rest, feared: shown }),
    ...(leftOut === 0 ? {} : { fearedLeftOut: leftOut }),
  };
}

/** Acts by their leaf. A drawing is for reading and stands in the printed report. */
function findingForm({ drawing: _, ...finding }: Finding, acts: PackActs): object {
  const leaves = finding.acts.map(acts.leafOf).filter((leaf) => leaf !== undefined);
  const hidden = finding.acts.length - leaves.length;
  const named = new Set<string>(finding.acts);
  const codes = Object.entries(finding.codesByAct ?? {}).flatMap(([id, letters]) => {
    const leaf = named.has(id) ? acts.leafOf(id) : undefined;
    return leaf === undefined ? [] : [[leaf, letters] as const];
  });
  return {
    ...finding,
    acts: leaves,
    ...(finding.codesByAct === undefined ? {} : { codesByAct: Object.fromEntries(codes) }),
    couldChange:
      hidden === 0
        ? finding.couldChange
        : [
            ...finding.couldChange,
            `${hidden} of the acts it rests on ${hidden === 1 ? "stands" : "stand"} only in files that are held back.`,
          ],
  };
}
