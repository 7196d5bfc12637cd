import { type Container, type Report, type Result, type Sha256, type Source, failed, ok } from "@unmask/core";
import { hasLaw } from "@unmask/law";
import { type BuildPackOptions, type FoundPictures, type ReportDocument, packPdf, pictureAlone, printedPapers } from "@unmask/pack";
import { gatherPictures } from "./gather-pictures.ts";
import { layLaw } from "./lay-law.ts";

/** What setting papers may use of the world. */
export interface PapersWorld {
  /** Sets a printed paper; the error says what a person can do. */
  setReport(document: ReportDocument): Promise<Result<Uint8Array, { readonly says: string }>>;
  /** What the typesetter can write: `pdf-a`, or `plain` where it cannot. */
  readonly typesetter: "pdf-a" | "plain";
  readonly createHash: BuildPackOptions["createHash"];
  /** Whether a contact sheet goes sealed beside the pack, so that the report says where to look for how she is reached. */
  readonly isReachSealed?: boolean;
  readonly signal?: AbortSignal;
}

/** The bytes of an exhibit: the file as it was read, or what goes in its place. */
export interface PackedOriginal {
  readonly source: Source;
  readonly sha256: Sha256;
  readonly within?: readonly Container[];
}

/** The two papers of a report, set. */
export interface SetPapers {
  /** The printed report, and the chronology of its acts. */
  readonly reportPdf: Uint8Array;
  readonly chronologyPdf: Uint8Array;
}

/** Sets both papers of a report, which name the key that signs it. The error says in a sentence what a person can do. */
export type SetsPapers = (
  report: Report,
  originals: readonly PackedOriginal[],
  given: { readonly signerKey: string; readonly world: PapersWorld },
) => Promise<Result<SetPapers, string>>;

/** Sets them by what stands here. */
export const setPapers: SetsPapers = async (report, originals, { signerKey, world }) => {
  const given = {
    signerKey,
    engine: world.typesetter,
    ...(world.isReachSealed === true && { isReachSealed: true }),
    ...(hasLaw(report.statement.jurisdiction) && { law: layLaw(report) }),
  };
  const pictures = await gatherPictures(report, originals, { ...world, engine: world.typesetter });
  const papers = printedPapers(report, { ...given, pictures });
  // One after the other: two typesetters at once would need twice the memory.
  const pdf = await world.setReport(papers.report);
  if (!pdf.ok) return failed(pdf.error.says);
  const chronology = await setChronology(papers.chronology, {
    pictures,
    world,
    without: (left) => printedPapers(report, { ...given, pictures: left }).chronology,
  });
  if (!chronology.ok) return failed(chronology.error.says);
  return ok({ reportPdf: packPdf(pdf.value), chronologyPdf: packPdf(chronology.value) });
};

/**
 * Sets the chronology. A picture that the typesetter cannot read must not cost the paper: where it could not be set, each picture is tried alone,
 * and the paper is set again with those that it can read, at last with none.
 */
async function setChronology(
  document: ReportDocument,
  { pictures, world, without }: { pictures: FoundPictures; world: PapersWorld; without(left: FoundPictures | undefined): ReportDocument },
): ReturnType<PapersWorld["setReport"]> {
  const first = await world.setReport(document);
  if (first.ok || pictures.size === 0) return first;
  const left = new Map(pictures);
  for (const [sha256, picture] of pictures) {
    if ("not" in picture) continue;
    const alone = await world.setReport(pictureAlone(picture, world.typesetter));
    if (!alone.ok) left.set(sha256, { not: "the typesetter cannot read it" });
  }
  const second = await world.setReport(without(left));
  return second.ok ? second : world.setReport(without(undefined));
}
