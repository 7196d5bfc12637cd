import { countLettersWaiting } from "../sql/intake/count-waiting.ts";
import { type KeptLetter, findLetters } from "../sql/intake/find-letters.ts";
import { insertLetters } from "../sql/intake/insert-letters.ts";
import type { IntakeStore, IntakeWorld, NewLetter } from "./intake-store.ts";

/** Letters in one transaction: a flood fills the next while one runs, and none grows without end. */
const maxAtOnce = 64;
/** Bytes of the disk that letters may not fill: a database whose log finds no room stops altogether. */
const reservedForRows = 64 * 1024 * 1024;

/** What PostgreSQL says when its disk is full. */
const diskFullCode = "53100";

type Outcome = Awaited<ReturnType<IntakeStore["putLetter"]>>;

interface Waiting {
  readonly letter: NewLetter;
  readonly sha256: string;
  readonly file: string;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/** Keeping letters. Bodies are written side by side, rows by one writer for all who wait. */
export function createLetters(world: IntakeWorld): Pick<IntakeStore, "putLetter" | "lettersWaiting"> {
  const waiting: Waiting[] = [];
  const inTurn = createTurnsByName();
  let isWriting = false;
  const write = async (): Promise<void> => {
    if (isWriting) return;
    isWriting = true;
    while (waiting.length > 0) await writeRows(world, waiting.splice(0, maxAtOnce));
    isWriting = false;
  };
  return {
    lettersWaiting: () => countLettersWaiting(world.database.db),
    putLetter: async (letter) => {
      if ((await world.blobs.free()) < reservedForRows + letter.sealed.length) return "no-room";
      const hash = world.createSha256();
      hash.update(letter.sealed);
      const sha256 = hash.digest();
      // By id and bytes: two who send different bytes under one id do not meet, and the same bytes under two ids are two files.
      const file = `${letter.id}${sha256}`;
      return inTurn(file, async () => {
        const kept = await world.blobs.put(file, [letter.sealed]);
        if (!kept.ok) return "no-room";
        const outcome = await new Promise<Outcome>((resolve, reject) => {
          waiting.push({ letter, sha256, file, resolve, reject });
          void write();
        });
        if (outcome === "other-bytes" || outcome === "no-room") await removeUnlessKept(world, { letter, sha256, file });
        return outcome;
      });
    },
  };
}

/** The same letter sent twice at once is put twice in turn: a refused one takes its file away, which must not be the other's. */
function createTurnsByName(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const before = last.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(name, mine);
    try {
      return await mine;
    } finally {
      if (last.get(name) === mine) last.delete(name);
    }
  };
}

/** Never rejects: each of those who wait has its own outcome. A failure that one of them causes is not the others'. */
async function writeRows(world: IntakeWorld, batch: readonly Waiting[]): Promise<void> {
  try {
    const outcomes = await rowsOf(world, batch);
    for (const [at, { resolve }] of batch.entries()) resolve(outcomes[at] ?? "no-room");
  } catch (error) {
    const [only] = batch;
    if (batch.length > 1 || only === undefined) for (const one of batch) await writeRows(world, [one]);
    else if (error instanceof Error && "code" in error && error.code === diskFullCode) only.resolve("no-room");
    else only.reject(error);
  }
}

function rowsOf({ database, now, weekOf }: IntakeWorld, batch: readonly Waiting[]): Promise<readonly Outcome[]> {
  const week = weekOf(now());
  return database.transaction(async (tx) => {
    const found = await findLetters(
      tx,
      batch.map(({ letter }) => letter.id),
    );
    const kept = new Map(found.map((one) => [one.id, one]));
    const fresh: Waiting[] = [];
    const outcomes = batch.map((one): Outcome => {
      const before = kept.get(one.letter.id);
      if (before) return isSame(before, one) ? "kept-before" : "other-bytes";
      kept.set(one.letter.id, { id: one.letter.id, sha256: one.sha256, packs: one.letter.packs });
      fresh.push(one);
      return "kept";
    });
    if (fresh.length === 0) return outcomes;
    const uploads = fresh.flatMap(({ letter }) =>
      letter.packs.map(({ tokenHash, bucket }) => ({ token_hash: tokenHash, letter: letter.id, week, bucket })),
    );
    const rows = fresh.map(({ letter: { id, sealed }, sha256, file }) => ({ id, file, sha256, size: sealed.length, week }));
    await insertLetters(tx, rows, uploads);
    return outcomes;
  });
}

function isSame(before: KeptLetter, { letter, sha256 }: Waiting): boolean {
  const written = (packs: NewLetter["packs"]): string =>
    packs
      .map(({ tokenHash, bucket }) => `${tokenHash} ${bucket}`)
      .sort()
      .join();
  return before.sha256 === sha256 && written(before.packs) === written(letter.packs);
}

/** The file of a letter that was refused, unless the same bytes are kept under the same id: then it is that one's. */
async function removeUnlessKept(world: IntakeWorld, { letter, sha256, file }: Pick<Waiting, "letter" | "sha256" | "file">): Promise<void> {
  const [before] = await world.database.transaction((tx) => findLetters(tx, [letter.id]));
  if (before?.sha256 !== sha256) await world.blobs.remove(file);
}
