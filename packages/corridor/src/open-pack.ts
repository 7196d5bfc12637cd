import { type CheckedItem, type Result, type Source, failed, ok } from "@unmask/core";
import { type PackFiles, openTar } from "@unmask/pack";
import { leastTarSize } from "@unmask/formats";
import { type Aead, type EnvelopeFailure, type Identity, contentSizeOf, envelopeFailureOf, openSource, openStream } from "@unmask/seal";

/** One file that somebody named as a pack: sealed (age), or the tar itself. */
export interface PackFileInput {
  readonly file: Source;
  /** The whole of it, from its first byte. */
  stream(): AsyncIterable<Uint8Array>;
}

/** What somebody named as a pack: one file, or the folder it was unpacked into. */
export type PackInput = PackFileInput | { readonly folder: PackFiles };

/** What opening may use of the world. */
export interface OpeningWorld {
  readonly identities: readonly Identity[];
  readonly aead?: Aead;
  /**
   * Puts a stream aside, to be read by position; nobody else can read it and `close` removes it. Without it nothing is put aside: the sealed
   * file is read by position and each part opened again when it is asked for.
   */
  readonly putAside?: (name: string, stream: AsyncIterable<Uint8Array>) => Promise<{ readonly source: Source; close(): Promise<void> }>;
  /**
   * Opens what was put aside as far as it is genuine, where the sealed file is altered or cut short: each part of it is known to be as it was
   * sealed before it comes out. `broken` then says what is wrong with the whole.
   */
  readonly takesPart?: boolean;
}

/** The files of an opened pack. */
export interface OpenedPack {
  readonly files: PackFiles;
  /** These are the files before an alteration or a cut, the last of them perhaps in part. Absent where the sealed file is whole. */
  readonly broken?: Unopened;
  close(): Promise<void>;
}

/** Why a pack does not open, as the one item of its check. */
export type Unopened = Pick<CheckedItem, "verdict" | "why"> & { readonly reason: UnopenedReason };

/** The same in one word. */
export type UnopenedReason = "altered" | "cut-short" | "no-key" | "not-a-pack" | "page";

const ageHead = "age-encryption.org/";
const armorHead = "-----BEGIN AGE";

/** Opens a pack, sealed or not. */
export async function openPack(input: PackInput, world: OpeningWorld): Promise<Result<OpenedPack, Unopened>> {
  if ("folder" in input) return openFolder(input.folder);
  const head = new TextDecoder("latin1").decode(await input.file.read(0, headSize));
  const other = whatElse(head);
  if (other !== undefined) return refused("not-a-pack", other);
  return head.startsWith(ageHead) ? openSealed(input, world) : openTarIn(input.file, nothingToClose);
}

async function openSealed(input: PackFileInput, world: OpeningWorld): Promise<Result<OpenedPack, Unopened>> {
  const { identities, aead, putAside, takesPart = false } = world;
  if (identities.length === 0) return refused("no-key", "the pack is sealed. Give the key that opens it (in a terminal: -i IDENTITY).");
  const options = { identities: [...identities], ...(aead && { aead }) };
  try {
    if (putAside === undefined) return await openTarIn(await openSource(input.file, options), nothingToClose);
    const faults: EnvelopeFailure[] = [];
    const opened = openStream(input.stream(), options);
    const { source, close } = await putAside(input.file.name, upToFault(opened, faults));
    const [fault] = faults;
    if (fault === undefined) return await openTarIn(source, close);
    const broken = await whyBroken(input.file, source, fault);
    if (takesPart) return await openPart(source, close, broken);
    await close();
    return failed(broken);
  } catch (error) {
    const failure = envelopeFailureOf(error);
    if (!failure) throw error;
    return refused(reasonOf[failure.kind], failure.says);
  }
}

const reasonOf: Readonly<Record<EnvelopeFailure["kind"], UnopenedReason>> = {
  "not-an-envelope": "not-a-pack",
  "header-damaged": "altered",
  "header-altered": "altered",
  "no-key-fits": "no-key",
  altered: "altered",
  "cut-short": "cut-short",
};

/** What comes before a fault of the payload. Before one of the header nothing does, and it is thrown. */
async function* upToFault(opened: AsyncIterable<Uint8Array>, faults: EnvelopeFailure[]): AsyncGenerator<Uint8Array, void> {
  try {
    yield* opened;
  } catch (error) {
    const failure = envelopeFailureOf(error);
    if (failure?.kind !== "altered" && failure?.kind !== "cut-short") throw error;
    faults.push(failure);
  }
}

/** A tar is made of blocks of so many bytes: a file of another length has lost a part of one. */
const tarBlock = 512;
/** Bytes of content that are sealed together. */
const sealedTogether = 64 * 1024;

const endIsMissing = "The end of this sealed file is missing. What came before the cut is genuine but not the whole.";
const endIsEither =
  "The last part of this sealed file does not open: it was changed after it was sealed, or the end is missing. What came before it is genuine but not the whole.";

/**
 * [Note: Cut or altered] A file that ends in the middle of a part that is sealed together fails there as an altered one does. But the content of
 * a sealed pack is a tar, whose length is a whole number of blocks, and long enough for the files that it announces; where the last part fails and
 * the length is neither, the end is missing. Where it is both, nobody can tell which of the two it was, and both are said.
 */
async function whyBroken(sealed: Source, opened: Source, { kind, says }: EnvelopeFailure): Promise<Unopened> {
  if (kind === "cut-short") return { reason: kind, verdict: "error", why: says };
  const size = await contentSizeOf(sealed);
  if (opened.size + sealedTogether < size) return { reason: reasonOf[kind], verdict: "error", why: says };
  const isCut = size % tarBlock !== 0 || size < (await leastTarSize(opened));
  if (isCut) return { reason: "cut-short", verdict: "error", why: endIsMissing };
  return { reason: reasonOf[kind], verdict: "error", why: endIsEither };
}

async function openPart(source: Source, close: () => Promise<void>, broken: Unopened): Promise<Result<OpenedPack, Unopened>> {
  const tar =
    source.size === 0
      ? undefined
      : await openTar(source, { isCut: true }).catch(async (error: unknown) => {
          await close();
          throw error;
        });
  if (tar?.ok) return ok({ files: tar.value, broken, close });
  await close();
  return failed(broken);
}

const nothingToClose = async (): Promise<void> => undefined;

function refused(reason: UnopenedReason, why: string): Result<never, Unopened> {
  return failed({ reason, verdict: "error", why });
}

/** What every pack and every other bag has one of at its top. */
const marks = /^(bagit\.txt|bag-info\.txt|(tag)?manifest-\w+\.txt|seal\/.*|log\/leaves\.txt)$/;

/** A folder that has nothing of a pack gets one sentence: a verdict on each holiday picture in it would say nothing. */
async function openFolder(files: PackFiles): Promise<Result<OpenedPack, Unopened>> {
  const listed = await files.list();
  if (listed.some(({ path }) => marks.test(path))) return ok({ files, close: nothingToClose });
  if (listed.length === 0) return refused("not-a-pack", "the folder is empty, so nothing in it can be checked.");
  return refused(
    "not-a-pack",
    listed.some(({ path }) => path.endsWith("/bagit.txt"))
      ? "the folder is not a pack, but a folder inside it may be one: name that."
      : "the folder is not a pack: it has none of the lists and seals that every pack has.",
  );
}

/** Bytes that show what a file is. */
const headSize = 32;

const pdfHead = "%PDF-";

/** Files that are handed over in place of a pack, by how they begin. */
const otherFiles: readonly (readonly [head: string, what: string])[] = [
  [pdfHead, "a PDF"],
  ["PK\u0003\u0004", "a zip"],
  ["\u001f\u008b", "a gzip file"],
  ["\u0089PNG", "a picture"],
  ["\u00ff\u00d8\u00ff", "a picture"],
  ["AGE-SECRET-KEY-", "a key that opens packs"],
  ["# created:", "a key that opens packs"],
  ["untrusted comment:", "a key or a signature"],
];

function whatElse(head: string): string | undefined {
  if (head === "") return "the file is empty, so nothing in it can be checked.";
  if (head.startsWith(armorHead))
    return "the file is age in letters (armour). Take the armour off first: age -d does it, or ask for the file itself.";
  const what = otherFiles.find(([start]) => head.startsWith(start))?.[1];
  return what && `the file is ${what}, not a pack. A sealed pack's name ends in .age; an unpacked one is a folder.`;
}

/** A page sealed alone is no damaged pack: `unmask report` makes the contact sheet so (docs/formats/cover.md). */
const sealedPage =
  "what was sealed is a page (PDF), not a pack: most likely the contact sheet, which says how and when it is safe to reach the person. Read it before you ring or write: age -d opens the file.";

async function openTarIn(source: Source, close: () => Promise<void>): Promise<Result<OpenedPack, Unopened>> {
  const tar = await openTar(source).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  if (tar.ok) return ok({ files: tar.value, close });
  try {
    const head = await source.read(0, pdfHead.length);
    if (new TextDecoder("latin1").decode(head) === pdfHead) return refused("page", sealedPage);
  } finally {
    await close();
  }
  const { verdict, why } = tar.error;
  if (verdict === "error")
    return refused("not-a-pack", "the file is not a pack, or it is damaged: it is neither a sealed file nor the tar of a pack.");
  return failed({
    reason: "altered",
    verdict,
    why: `altered: the tar is not written as a pack's is (${why}), so another program could unpack other files than these. If somebody packed it again, unpack it with tar and verify the folder.`,
  });
}
