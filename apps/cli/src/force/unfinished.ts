import {
  type ReadValue,
  type Result,
  type Sha256,
  count,
  failed,
  flag,
  list,
  object,
  ok,
  orNull,
  readDocument,
  sha256FromJson,
  text,
} from "@unmask/core";
import { type LetterMark, markFromJson } from "./letter-mark.ts";
import { readOwnFile, writeOwnFile } from "../ports/home.ts";

/** Uploads that were cut, kept in the program's own folder so that `--resume` goes on. Never the words, never what a letter says. */

/** A pack on its way. */
export interface SentPack {
  readonly sha256: Sha256;
  readonly size: number;
  readonly bucket: number;
  readonly token: string;
  /** Of the upload; null until it was made. */
  readonly upload: string | null;
  readonly isDone: boolean;
}

/** A letter that was taken, and its packs. */
export interface UnfinishedSend {
  readonly force: string;
  readonly intake: string;
  readonly letter: string;
  readonly kind: string;
  readonly mark: LetterMark;
  readonly packs: readonly SentPack[];
}

const fileName = "unfinished-sends.json";
/** Older ones are forgotten: an unfinished upload ends at the intake after 48 hours. */
const mostKept = 50;
/** UTF-16 units of the file. */
const longestFile = 1024 * 1024;

const packFromJson: ReadValue<SentPack> = object((fields) => ({
  sha256: fields.must("sha256", sha256FromJson),
  size: fields.must("size", count),
  bucket: fields.must("bucket", count),
  token: fields.must("token", text),
  upload: fields.must("upload", orNull(text)),
  isDone: fields.must("isDone", flag),
}));

const sendsFromJson: ReadValue<readonly UnfinishedSend[]> = list(
  object((fields) => ({
    force: fields.must("force", text),
    intake: fields.must("intake", text),
    letter: fields.must("letter", text),
    kind: fields.must("kind", text),
    mark: fields.must("mark", markFromJson),
    packs: fields.must("packs", list(packFromJson)),
  })),
);

/** What is still on its way, the newest last. */
export async function readUnfinished(): Promise<Result<readonly UnfinishedSend[], string>> {
  const json = await readOwnFile(fileName);
  if (json === undefined) return ok([]);
  const read = readDocument(json, { what: fileName, longest: longestFile }, sendsFromJson);
  return read.ok ? read : failed(`the list of unfinished uploads in your own folder cannot be read (${read.error}). Put it aside.`);
}

/** Keeps how far a letter's packs have come, or forgets it when all of them are there. Gives why it is not kept. */
export async function keepUnfinished(send: UnfinishedSend): Promise<string | undefined> {
  const known = await readUnfinished();
  const others = (known.ok ? known.value : []).filter(({ letter }) => letter !== send.letter);
  const kept = send.packs.every(({ isDone }) => isDone) ? others : [...others, send];
  return writeOwnFile(fileName, `${JSON.stringify(kept.slice(-mostKept), undefined, 1)}\n`);
}
