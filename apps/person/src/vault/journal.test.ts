import { type Instant, instantToIso } from "@unmask/core";
import { expect, it } from "vitest";
import { createMemoryFolder } from "../../../../fixtures/vault/memory-folder.ts";
import { createHers, worldOf } from "../../../../fixtures/vault/vault-of-hers.ts";
import { addToJournal, readEntries } from "./journal.ts";
import type { VaultDeskWorld } from "./world.ts";

function nobody(): never {
  throw new Error("nobody asks for it");
}

it("shows the hour of an entry and of what she added to it as not certain, where the clock had gone back between the two", async () => {
  const { folder } = createMemoryFolder();
  const { createHasher, random } = worldOf(folder);
  let now = "2026-10-04T20:00:00.000Z";
  const world: VaultDeskWorld = {
    place: undefined,
    createHasher,
    random,
    argon2id: nobody,
    now: () => Date.parse(now) as Instant,
    zone: () => "Europe/London",
    isKeepingPromised: nobody,
    saveAside: nobody,
  };
  const vault = await createHers(folder);
  const write = async (at: string, body: Parameters<typeof addToJournal>[2]["body"]): Promise<void> => {
    now = at;
    expect(await addToJournal(world, vault, { body })).toMatchObject({ answer: "kept" });
  };
  await write("2026-08-20T18:00:00.000Z", { line: "entry", words: "Stones at the window." });
  await write("2026-10-04T20:00:00.000Z", { line: "entry", words: "He rang." });
  await write("2026-08-25T20:00:00.000Z", { line: "added", to: 2, words: "Twice." });
  await write("2026-10-12T09:00:00.000Z", { line: "added", to: 1, words: "He was in the garden." });
  now = "2026-11-29T12:00:00.000Z";
  const answer = await readEntries(vault, world, { from: 0, count: 10 });
  const entries = answer.answer === "entries" ? answer.entries : [];
  const told = entries.map(({ entry, added, doubts }) =>
    [entry, ...added].map(({ counter }) => {
      const { from, until } = doubts.get(counter) ?? {};
      return [counter, ...[from, until].flatMap((one) => (one === undefined ? [] : instantToIso(one).slice(0, 10)))];
    }),
  );
  const between = ["2026-08-20", "2026-10-12"];
  expect(told).toEqual([
    [
      [2, ...between],
      [3, ...between],
    ],
    [[1], [4]],
  ]);
});
