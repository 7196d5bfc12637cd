import { type Sha256, ok } from "@unmask/core";
import {
  type Folder,
  type Vault,
  addLine,
  checkVault,
  createVault,
  decideWaiting,
  destroyPrivateNote,
  joinSegments,
  keepReadings,
  linesOfReading,
  listOriginals,
  makeCopy,
  noteWrongTry,
  openOriginal,
  openVault,
  readDocumentOf,
  readJournal,
  readPrivateNotes,
  readWaiting,
  replaceIdentityFile,
  restoreCopy,
  takeOriginal,
  writeDocumentOf,
  writePrivateNote,
  writeWhileLocked,
} from "@unmask/vault";
import { describe, expect, it } from "vitest";
import { createMemoryFolder, deathsIn, gather, sourceOf } from "../../fixtures/vault/memory-folder.ts";
import { createHers, keys, lineOf, newVault, openHers, worldOf } from "../../fixtures/vault/vault-of-hers.ts";

type Files = ReadonlyMap<string, Uint8Array>;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const at = "2026-10-04T21:14:05.123Z";

/** Everything that she can see of a vault. */
async function viewOf(vault: Vault): Promise<unknown> {
  const { lines, lost } = await readJournal(vault);
  const catalogue = await listOriginals(vault);
  const originals = [];
  for (const original of catalogue.ok ? catalogue.value : expect.fail(catalogue.error.kind)) {
    const opened = await openOriginal(vault, original);
    const lines = linesOfReading(vault, original.sha256);
    const [first, second] = [await lines.next(), await lines.next()];
    originals.push([
      original.name,
      opened.ok && Buffer.from(await opened.value.read(0, original.size)).toString(),
      first.done === true || second.value !== true ? "to be read anew" : first.value,
    ]);
  }
  const notes = await readPrivateNotes(vault);
  const statement = await readDocumentOf(vault, "statement");
  const waiting = await readWaiting(vault);
  return {
    lines: lines.map(({ line }) => line),
    lost: [...lost, ...notes.lost],
    originals,
    notes: notes.notes.map(({ text }) => text).sort(),
    statement: statement.ok && statement.value,
    waiting: waiting.map((note) => ("words" in note ? note.words : "lost")),
  };
}

/** What she sees when she opens a folder; "no-vault" where nothing was made yet. */
async function viewIn(folder: Folder): Promise<unknown> {
  const opened = await openVault(worldOf(folder), keys);
  if (!opened.ok) return opened.error.kind;
  return viewOf(opened.value);
}

const photo = sourceOf("photos/door.jpg", utf8("a photo of her door"));
const sha256Of = async (vault: Vault): Promise<Sha256> => {
  const catalogue = await listOriginals(vault);
  return (catalogue.ok && catalogue.value[0]?.sha256) || expect.fail("there is an original");
};

/** A vault with something of everything in it. */
async function furnished(): Promise<Files> {
  const { folder, files } = createMemoryFolder();
  const vault = await createHers(folder);
  await addLine(vault, lineOf("He stood at the gate."));
  await takeOriginal(
    vault,
    { source: sourceOf("chat.txt", utf8("04/10/2026, 18:40 - Owen: I see you")), terms: { zone: "Europe/London" } },
    at,
  );
  await keepReadings(vault, [{ of: await sha256Of(vault), lines: ["I see you"] }], new Set());
  await writePrivateNote(vault, "My sister has the spare key.");
  await writeDocumentOf(vault, "statement", "{}");
  await writeWhileLocked(worldOf(folder), { at, words: "He is outside.", files: [photo] });
  return files;
}

async function journalOfMany(): Promise<Files> {
  const { folder, files } = createMemoryFolder();
  const vault = await createHers(folder);
  for (let i = 0; i < 66; i++) await addLine(vault, lineOf(`Line ${i}`));
  return files;
}

interface Deed {
  readonly name: string;
  files(): Promise<Files>;
  run(folder: Folder): Promise<unknown>;
  /** After it broke off she asks for the same again, and it is done once. */
  readonly isAskedAgain?: boolean;
}

const inHers = (deed: (vault: Vault) => Promise<{ readonly ok: boolean }>) => async (folder: Folder) => {
  const done = await deed(await openHers(folder));
  if (!done.ok) throw new Error("it was refused");
};

/** A copy of a vault that is four lines and a file ahead of `before`. */
async function copyAhead(): Promise<{ readonly before: Files; readonly copy: Uint8Array }> {
  const { folder, files } = createMemoryFolder(await furnished());
  const before = new Map(files);
  const vault = await openHers(folder);
  const [note] = (await readPrivateNotes(vault)).notes;
  await destroyPrivateNote(vault, note?.path ?? expect.fail("there is a note"));
  await addLine(vault, lineOf("He rang twelve times."));
  await takeOriginal(vault, { source: photo }, at);
  let copy: Uint8Array = new Uint8Array();
  await makeCopy(vault, async (pieces) => {
    copy = await gather(pieces);
  });
  return { before, copy };
}
const ahead = copyAhead();

const restoring = async (folder: Folder): Promise<void> => {
  const done = await restoreCopy(worldOf(folder), sourceOf("notes.tar", (await ahead).copy), { keys });
  if (!done.ok || done.value.became !== "restored") throw new Error("it was refused");
};

const deeds: readonly Deed[] = [
  {
    name: "a vault is made",
    files: async () => new Map(),
    run: async (folder) => createVault(worldOf(folder), keys, await newVault()),
    isAskedAgain: true,
  },
  { name: "an entry is written", files: furnished, run: inHers((vault) => addLine(vault, lineOf("He rang."))) },
  { name: "segments of the journal are joined", files: journalOfMany, run: inHers(joinSegments) },
  { name: "a file is brought in", files: furnished, run: inHers((vault) => takeOriginal(vault, { source: photo }, at)) },
  {
    name: "what was read is read anew by a newer importer",
    files: furnished,
    run: inHers(async (vault) => keepReadings(vault, [{ of: await sha256Of(vault), lines: ["I see you, read anew"] }], new Set())),
  },
  { name: "she states something else", files: furnished, run: inHers((vault) => writeDocumentOf(vault, "statement", '{"me":[]}')) },
  {
    name: "the passphrase is changed",
    files: furnished,
    run: inHers(async (vault) => replaceIdentityFile(vault, (await newVault()).identityFile)),
  },
  {
    name: "a private note is destroyed",
    files: furnished,
    run: inHers(async (vault) =>
      destroyPrivateNote(vault, (await readPrivateNotes(vault)).notes[0]?.path ?? expect.fail("there is a note")),
    ),
  },
  {
    name: "something is written while it is locked",
    files: furnished,
    run: (folder) => writeWhileLocked(worldOf(folder), { at, words: "He is back." }),
  },
  {
    name: "she says of a note that it is hers",
    files: furnished,
    run: inHers(async (vault) => {
      const [note] = await readWaiting(vault);
      const line = (counter: number): string => JSON.stringify({ counter, line: "entry", words: "He is outside.", locked: true });
      return decideWaiting(vault, note ?? expect.fail("a note waits"), { isKept: true, at, line });
    }),
  },
  { name: "a wrong passphrase is noted", files: furnished, run: async (folder) => ok(await noteWrongTry(folder, 0 as never)) },
  { name: "a copy is brought back into an empty folder", files: async () => new Map(), run: restoring, isAskedAgain: true },
  { name: "a copy is brought back into an older vault", files: async () => (await ahead).before, run: restoring, isAskedAgain: true },
];

describe.each(deeds)("a folder that dies while $name", ({ files, run, isAskedAgain }) => {
  it("loses nothing that was told as saved, shows nothing half written, and is whole", async () => {
    const start = await files();
    const before = await viewIn(createMemoryFolder(start).folder);
    const unhurt = createMemoryFolder(start);
    await run(unhurt.folder);
    const after = await viewIn(unhurt.folder);
    const all = deathsIn(unhurt.steps);
    expect(all.length).toBeGreaterThan(0);
    // Of a long row of removals each is like the one before.
    const some = all.filter(({ step }) => step < 7 || step % 20 === 0 || step === unhurt.steps.length);
    for (const dies of some) {
      const dying = createMemoryFolder(start, { dies });
      await expect(run(dying.folder)).rejects.toThrow(/died/);
      await expectRecovered({ files: dying.files, before, after, where: JSON.stringify(dies) });
      if (isAskedAgain !== true) continue;
      const again = createMemoryFolder(dying.files);
      const left = await viewIn(createMemoryFolder(dying.files).folder);
      if (JSON.stringify(left) !== JSON.stringify(after)) await run(again.folder);
      expect(await viewIn(again.folder)).toEqual(after);
    }
  });
});

/** Opens what a death has left, dying again at each step of the opening, and looks at what there is. */
async function expectRecovered({
  files,
  before,
  after,
  where,
}: {
  files: Files;
  before: unknown;
  after: unknown;
  where: string;
}): Promise<void> {
  const check = await checkVault({ ...worldOf(createMemoryFolder(files).folder), keys });
  const opened = createMemoryFolder(files);
  const view = await viewIn(opened.folder);
  expect([before, after], where).toContainEqual(view);
  if (view === "no-vault") return;
  expect(check, `${where}, before it is opened`).toMatchObject({ isWhole: true });
  expect(await checkVault({ ...worldOf(opened.folder), keys }), where).toMatchObject({ isWhole: true, verdicts: [] });
  for (const path of opened.files.keys()) expect(path, where).not.toMatch(/\.part$/);
  // What was destroyed is off the disk too, and not only out of sight.
  const { log } = (await openHers(opened.folder)).now;
  const others = [...opened.files.keys()].filter((path) => log.historyByPath.get(path)?.now === undefined);
  for (const path of others) expect(path, where).toMatch(/^(?:log|tries\.json|waiting\/.*)$/);
  const ofOpening = deathsIn(opened.steps).slice(0, 6);
  for (const dies of ofOpening) {
    const again = createMemoryFolder(files, { dies });
    await expect(viewIn(again.folder)).rejects.toThrow(/died/);
    const twice = createMemoryFolder(again.files);
    expect(await checkVault({ ...worldOf(twice.folder), keys })).toMatchObject({ isWhole: true });
    expect(await viewIn(twice.folder), `${where}, and again in ${JSON.stringify(dies)}`).toEqual(view);
  }
  expect(await addLine(await openHers(opened.folder), lineOf("And on.")), where).toMatchObject({ ok: true });
  expect(await checkVault({ ...worldOf(opened.folder), keys }), where).toMatchObject({ isWhole: true });
}
