import { type CheckedItem, type Result, type Source, failed, ok } from "@unmask/core";
import { type PackFiles, openTar } from "@unmask/pack";
import { type Aead, type Identity, envelopeFailureOf, openSource, openStream } from "@unmask/seal";

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
}

/** The files of an opened pack. */
export interface OpenedPack {
  readonly files: PackFiles;
  close(): Promise<void>;
}

/** Why a pack does not open, as the one item of its check. */
export type Unopened = Pick<CheckedItem, "verdict" | "why">;

const ageHead = "age-encryption.org/";
const armorHead = "-----BEGIN AGE";

/** Opens a pack, sealed or not. */
export async function openPack(input: PackInput, world: OpeningWorld): Promise<Result<OpenedPack, Unopened>> {
  if ("folder" in input) return openFolder(input.folder);
  const head = new TextDecoder("latin1").decode(await input.file.read(0, headSize));
  const other = whatElse(head);
  if (other !== undefined) return refused(other);
  return head.startsWith(ageHead) ? openSealed(input, world) : openTarIn(input.file, nothingToClose);
}

async function openSealed(input: PackFileInput, { identities, aead, putAside }: OpeningWorld): Promise<Result<OpenedPack, Unopened>> {
  if (identities.length === 0) return refused("the pack is sealed. Give the key that opens it (in a terminal: -i IDENTITY).");
  const options = { identities: [...identities], ...(aead && { aead }) };
  try {
    if (putAside === undefined) return await openTarIn(await openSource(input.file, options), nothingToClose);
    const { source, close } = await putAside(input.file.name, openStream(input.stream(), options));
    return await openTarIn(source, close);
  } catch (error) {
    const failure = envelopeFailureOf(error);
    if (!failure) throw error;
    return refused(failure.says);
  }
}

const nothingToClose = async (): Promise<void> => undefined;

function refused(why: string): Result<never, Unopened> {
  return failed({ verdict: "error", why });
}

/** What every pack and every other bag has one of at its top. */
const marks = /^(bagit\.txt|bag-info\.txt|(tag)?manifest-\w+\.txt|seal\/.*|log\/leaves\.txt)$/;

/** A folder that has nothing of a pack gets one sentence: a verdict on each holiday picture in it would say nothing. */
async function openFolder(files: PackFiles): Promise<Result<OpenedPack, Unopened>> {
  const listed = await files.list();
  if (listed.some(({ path }) => marks.test(path))) return ok({ files, close: nothingToClose });
  if (listed.length === 0) return refused("the folder is empty, so nothing in it can be checked.");
  return refused(
    listed.some(({ path }) => path.endsWith("/bagit.txt"))
      ? "the folder is not a pack, but a folder inside it may be one: name that."
      : "the folder is not a pack: it has none of the lists and seals that every pack has.",
  );
}

/** Bytes that show what a file is. */
const headSize = 32;

/** Files that are handed over in place of a pack, by how they begin. */
const otherFiles: readonly (readonly [head: string, what: string])[] = [
  ["%PDF-", "a PDF"],
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

async function openTarIn(source: Source, close: () => Promise<void>): Promise<Result<OpenedPack, Unopened>> {
  const tar = await openTar(source).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  if (tar.ok) return ok({ files: tar.value, close });
  await close();
  const { verdict, why } = tar.error;
  if (verdict === "error") return refused("the file is not a pack, or it is damaged: it is neither a sealed file nor the tar of a pack.");
  return failed({
    verdict,
    why: `altered: the tar is not written as a pack's is (${why}), so another program could unpack other files than these. If somebody packed it again, unpack it with tar and verify the folder.`,
  });
}
