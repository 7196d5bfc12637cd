import { type Result, type Source, failed, ok } from "@unmask/core";
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

const ageHead = "age-encryption.org/";
const armorHead = "-----BEGIN AGE";

/** Opens a pack, sealed or not. The error says what a person can do. */
export async function openPack(input: PackFileInput, { identities, aead, putAside }: OpeningWorld): Promise<Result<OpenedPack, string>> {
  const head = new TextDecoder("latin1").decode(await input.file.read(0, 32));
  if (head.startsWith(armorHead))
    return failed("the file is age in letters (armour). Take the armour off first: age -d does it, or ask for the file itself.");
  if (!head.startsWith(ageHead)) return openTarIn(input.file, async () => {});
  if (identities.length === 0) return failed("the pack is sealed. Name the file with your key: -i IDENTITY.");
  try {
    const { source, close } = await putAside(
      input.file.name,
      openStream(input.stream(), { identities: [...identities], ...(aead && { aead }) }),
    );
    return await openTarIn(source, close);
  } catch (error) {
    const failure = envelopeFailureOf(error);
    if (!failure) throw error;
    return failed(failure.says);
  }
}

async function openTarIn(source: Source, close: () => Promise<void>): Promise<Result<OpenedPack, string>> {
  const tar = await openTar(source);
  if (tar.ok) return ok({ files: tar.value, close });
  await close();
  return failed(`this is not a pack, or it is damaged: ${tar.error}.`);
}
