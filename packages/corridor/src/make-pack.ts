import { type Exhibit, type Report, type Result, failed, ok } from "@unmask/core";
import { type PackEntry, type TimeStamping, buildPack } from "@unmask/pack";
import { tarOf } from "@unmask/formats";
import { type Aead, type SignerKey, formatPublicKey, publicKeyText, sealStream } from "@unmask/seal";
import type { PackedOriginal, PapersWorld, SetsPapers } from "./set-papers.ts";

/** What making a pack may use of the world. */
export interface PackWorld extends PapersWorld {
  random(length: number): Uint8Array;
  /** A native cipher where there is one. */
  readonly aead?: Aead;
  /** `timeStampFrom` an authority. Left out: nobody is asked, and the code that checks an answer stays out of the app. */
  readonly timeStamp?: TimeStamping;
  /** Bytes of originals written so far, of so many. */
  onProgress?(done: number, total: number): void;
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
  const part = await papersPart();
  if (part === undefined) return failed(noPapers);
  const papers = await part.setPapers(report, originals, { signerKey: publicKeyText(signer), world });
  if (!papers.ok) return papers;
  const { reportPdf, chronologyPdf } = papers.value;
  return ok({
    id: report.id,
    pdf: reportPdf,
    chronologyPdf,
    publicKeyFile: formatPublicKey(signer),
    publicKey: publicKeyText(signer),
    pack: () => packOf(report, { originals, signer, pdf: reportPdf, chronologyPdf, world }),
  });
}

const noPapers =
  "the part that makes the printed report could not be fetched; it comes from the address of this page, so that must answer once";

/** What only paper needs is fetched with the first paper; undefined: the network went before it came, and the next try fetches it. */
async function papersPart(): Promise<{ readonly setPapers: SetsPapers } | undefined> {
  return import("./set-papers.ts").catch(() => undefined);
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
