import { type Container, type Exhibit, type Report, type Result, type Sha256, type Source, failed, ok } from "@unmask/core";
import { hasLaw } from "@unmask/law";
import {
  type BuildPackOptions,
  type FoundPictures,
  type PackEntry,
  type ReportDocument,
  type TimeStamping,
  buildPack,
  packPdf,
  pictureAlone,
  printedPapers,
} from "@unmask/pack";
import { tarOf } from "@unmask/formats";
import { gatherPictures } from "./gather-pictures.ts";
import { layLaw } from "./lay-law.ts";
import { type Aead, type SignerKey, formatPublicKey, publicKeyText, sealStream } from "@unmask/seal";

/** What making a pack may use of the world. */
export interface PackWorld {
  /** Sets a printed paper; the error says what a person can do. */
  setReport(document: ReportDocument): Promise<Result<Uint8Array, { readonly says: string }>>;
  /** What the typesetter can write: `pdf-a`, or `plain` where it cannot. */
  readonly typesetter: "pdf-a" | "plain";
  random(length: number): Uint8Array;
  readonly createHash: BuildPackOptions["createHash"];
  /** Whether a contact sheet goes sealed beside the pack, so that the report says where to look for how she is reached. */
  readonly isReachSealed?: boolean;
  /** A native cipher where there is one. */
  readonly aead?: Aead;
  /** `timeStampFrom` an authority. Left out: nobody is asked, and the code that checks an answer stays out of the app. */
  readonly timeStamp?: TimeStamping;
  /** Bytes of originals written so far, of so many. */
  onProgress?(done: number, total: number): void;
  readonly signal?: AbortSignal;
}

/** The bytes of an exhibit: the file as it was read, or what goes in its place. */
export interface PackedOriginal {
  readonly source: Source;
  readonly sha256: Sha256;
  readonly within?: readonly Container[];
}

/** A pack on its way out: one of `entries` and `sealedTo` is read, once, to its end. */
export interface PackOnItsWay {
  /** The files in their order. */
  readonly entries: AsyncIterable<PackEntry>;
  /** The same as a tar, sealed to recipients (age1…). */
  sealedTo(recipients: readonly string[]): AsyncIterable<Uint8Array>;
  /** Whether an authority's time-stamp is in it. Undefined until the last entry was read. */
  timeStamped(): boolean | undefined;
}

/** What is made of a report. */
export interface MadeReport {
  readonly id: string;
  /** The printed report, and the chronology of its acts. */
  readonly pdf: Uint8Array;
  readonly chronologyPdf: Uint8Array;
  /** The signer's public key as a minisign file, and the key alone. */
  readonly publicKeyFile: string;
  readonly publicKey: string;
  /** Starts the pack. Not called where the printed report is all that was wanted. */
  pack(): PackOnItsWay;
}

/**
 * From a report to its printed form and its pack. The error says in a sentence what a person can do. Reading the pack throws what `makingFailed`
 * reads when an original is not what it was when it was read, and the reason of `signal`.
 */
export async function makePack(
  report: Report,
  originals: readonly PackedOriginal[],
  signer: SignerKey,
  world: PackWorld,
): Promise<Result<MadeReport, string>> {
  const given = {
    signerKey: publicKeyText(signer),
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
  const [reportPdf, chronologyPdf] = [packPdf(pdf.value), packPdf(chronology.value)];
  return ok({
    id: report.id,
    pdf: reportPdf,
    chronologyPdf,
    publicKeyFile: formatPublicKey(signer),
    publicKey: publicKeyText(signer),
    pack: () => packOf(report, { originals, signer, pdf: reportPdf, chronologyPdf, world }),
  });
}

/**
 * Sets the chronology. A picture that the typesetter cannot read must not cost the paper: where it could not be set, each picture is tried alone,
 * and the paper is set again with those that it can read, at last with none.
 */
async function setChronology(
  document: ReportDocument,
  { pictures, world, without }: { pictures: FoundPictures; world: PackWorld; without(left: FoundPictures | undefined): ReportDocument },
): ReturnType<PackWorld["setReport"]> {
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

interface Making {
  readonly originals: readonly PackedOriginal[];
  readonly signer: SignerKey;
  readonly pdf: Uint8Array;
  readonly chronologyPdf: Uint8Array;
  readonly world: PackWorld;
}

function packOf(report: Report, { originals, signer, pdf, chronologyPdf, world }: Making): PackOnItsWay {
  const { timeStamp, random, createHash, aead } = world;
  const built = buildPack(report, {
    originalOf(exhibit) {
      const original = originals.find((one) => isOf(one, exhibit));
      if (!original) throw new Error("an exhibit without an original");
      return original.source;
    },
    reportPdf: pdf,
    chronologyPdf,
    signer,
    random,
    createHash,
    ...(timeStamp && { timeStamp }),
  });
  const entries = watched(built.entries, report, world);
  return {
    entries,
    sealedTo: (recipients) => sealStream(tarOf(entries), { recipients: [...recipients], ...(aead && { aead }) }),
    timeStamped: built.timeStamped,
  };
}

function isOf({ sha256, within = [] }: PackedOriginal, exhibit: Exhibit): boolean {
  return sha256 === exhibit.sha256 && within.map((one) => one.sha256).join() === (exhibit.within ?? []).map((one) => one.sha256).join();
}

/** The same entries; tells how far it is, and ends when the person stops. */
async function* watched(
  entries: AsyncIterable<PackEntry>,
  { exhibits }: Report,
  { onProgress, signal }: PackWorld,
): AsyncGenerator<PackEntry, void, undefined> {
  const total = exhibits.reduce((sum, { size, withheld }) => sum + (withheld ? 0 : size), 0);
  let done = 0;
  for await (const entry of entries) {
    yield {
      ...entry,
      async *chunks() {
        for await (const chunk of entry.chunks()) {
          signal?.throwIfAborted();
          yield chunk;
          done += chunk.length;
          onProgress?.(Math.min(done, total), total);
        }
      },
    };
  }
}
