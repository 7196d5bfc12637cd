import { type Result, type Source, failed, ok, type CheckedItem } from "@unmask/core";
import { type PackFiles, openTar } from "@unmask/pack";
import { type Aead, type Identity, envelopeFailureOf, openStream } from "@unmask/seal";

/** One file that somebody named as a pack: sealed (age), or the tar itself. */
export interface PackFileInput {
  readonly file: Source;
  /** The whole of it, from its first byte. */
  stream(): AsyncIterable<Uint8Array>;
}

/** What opening may use of the world. */
export interface OpeningWorld {
  readonly identities: readonly Identity[];
  readonly aead?: Aead;
  /** Puts a stream aside, to be read by position; nobody else can read it and `close` removes it. */
  putAside(name: string, stream: AsyncIterable<Uint8Array>): Promise<{ readonly source: Source; close(): Promise<void> }>;
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
export async function openPack(input: PackFileInput, { identities, aead, putAside }: OpeningWorld): Promise<Result<OpenedPack, Unopened>> {
  const refused = (why: string): Result<never, Unopened> => failed({ verdict: "error", why });
  const head = new TextDecoder("latin1").decode(await input.file.read(0, 32));
  if (head.startsWith(armorHead))
    return refused("the file is age in letters (armour). Take the armour off first: age -d does it, or ask for the file itself.");
  if (!head.startsWith(ageHead)) return openTarIn(input.file, async () => undefined);
  if (identities.length === 0) return refused("the pack is sealed. Name the file with your key: -i IDENTITY.");
  try {
    const opening = openStream(input.stream(), { identities: [...identities], ...(aead && { aead }) });
    const { source, close } = await putAside(input.file.name, opening);
    return await openTarIn(source, close);
  } catch (error) {
    const failure = envelopeFailureOf(error);
    if (!failure) throw error;
    return refused(failure.says);
  }
}

async function openTarIn(source: Source, close: () => Promise<void>): Promise<Result<OpenedPack, Unopened>> {
  const tar = await openTar(source);
  if (tar.ok) return ok({ files: tar.value, close });
  await close();
  const { verdict, why } = tar.error;
  if (verdict === "error") return failed({ verdict, why: `this is not a pack, or it is damaged: ${why}.` });
  return failed({
    verdict,
    why: `altered: the tar is not written as a pack's is (${why}), so another program could unpack other files than these. If somebody packed it again, unpack it with tar and verify the folder.`,
  });
}
