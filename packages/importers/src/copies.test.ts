import type { Act, ActId, Reading, Source, SourceSpan } from "@unmask/core";
import { expect, test } from "vitest";
import { type Fixture, listFixtures, optionsOf, readingsOf, sourcesOf, stepsOf } from "../../../fixtures/importers/fixture.ts";
import { type Importer, importers, makeCopy, ordersToTry, placeOf, readsAsBefore, withIdsOf } from "./index.ts";

/**
 * The promise of `writeOver`, proven for every importer by its samples with no further code: whatever is left out, the rest is read as before
 * from the copy, at the same places and under the same ids, or it is said that it cannot be. Where it cannot, and for how many of the choices:
 */
const cannot: Readonly<Record<string, number>> = {
  "csv/doorbell-events": 5, // no header row and no stated delimiter: the first row tells it
  "csv/open-quote": 4, // a quote that never closes puts doubt on the rows below it
  "csv/utf-16": 4, // half a character at the end
  "whatsapp/forged-headers": 5, // a doubt that rests on the lines around
  "whatsapp/group": 2, // somebody who wrote once is known as a writer by the words below
  "whatsapp/impossible-dates": 1,
};

const kept = listFixtures().filter(({ importer }) => importerOf(importer).writeOver !== undefined);

test("a mail in a file of its own goes whole or not at all, and every other kind can go in part", () => {
  expect(importers.filter(({ writeOver }) => writeOver === undefined).map(({ id }) => id)).toEqual(["email"]);
});

test.each(kept.map((fixture) => [`${fixture.importer}/${fixture.name}`, fixture] as const))(
  "%s: what goes is read from a copy as it was from the whole",
  async (name, fixture) => {
    let refused = 0;
    for (const file of await filesOf(fixture)) {
      for (const leavesOut of choicesOf(file.acts)) if (!(await readsTheSame(file, leavesOut))) refused++;
    }
    expect(refused).toBe(cannot[name] ?? 0);
  },
);

interface File {
  readonly fixture: Fixture;
  readonly source: Source;
  readonly sources: readonly Source[];
  readonly readings: readonly Reading[];
  readonly acts: readonly Act[];
}

/** The files of a sample that its own importer reads and that lie in no zip. */
async function filesOf(fixture: Fixture): Promise<File[]> {
  const sources = sourcesOf(fixture).filter(({ name }) => !name.endsWith(".zip"));
  const steps = await stepsOf(sources, optionsOf(fixture, importers));
  const own = steps.flatMap((step) =>
    "coverage" in step && step.coverage.importer === fixture.importer ? [step.coverage.source.name] : [],
  );
  return sources
    .filter(({ name }) => own.includes(name))
    .map((source) => {
      const readings = readingsOf(steps).filter((reading) => spanOf(reading).name === source.name);
      return { fixture, source, sources, readings, acts: readings.flatMap((one) => ("act" in one ? [one.act] : [])) };
    })
    .filter(({ acts }) => acts.length > 0);
}

/** One act gone, all but one, every second, the first half, the last. */
function choicesOf(acts: readonly Act[]): readonly ((i: number) => boolean)[] {
  return [
    ...acts.slice(0, 25).map((_, k) => (i: number) => i === k),
    ...acts.slice(0, 10).map((_, k) => (i: number) => i !== k),
    (i) => i % 2 === 0,
    (i) => i % 2 === 1,
    (i) => i < acts.length / 2,
    (i) => i >= acts.length / 2,
  ];
}

/** Whether the rest is read as before. What was left out stands in no copy, whether it is or not. */
async function readsTheSame({ fixture, source, sources, readings, acts }: File, leavesOut: (i: number) => boolean): Promise<boolean> {
  const importer = importerOf(fixture.importer);
  const gone = acts.filter((_, i) => leavesOut(i));
  const goes = acts.filter((act) => !gone.some((one) => one.source.start <= act.source.start && act.source.end <= one.source.end));
  const copy = await makeCopy(source, { importer, readings, leavesOut: (act) => gone.includes(act) });
  if (!copy.ok) return false;
  expect(copy.value.source.size).toBe(source.size);
  await expectNothingOf(gone, goes, copy.value.source);
  const ids = new Map<string, readonly ActId[]>(acts.map((act) => [placeOf(act.source), [act.id]]));
  for (const dateOrder of ordersToTry) {
    const terms = { original: acts[0]?.source.sha256 ?? expect.fail(), importer: importer.id, ...(dateOrder && { dateOrder }) };
    const steps = await stepsOf(
      sources.map((one) => (one === source ? copy.value.source : one)),
      { ...optionsOf(fixture, importers), copies: new Map([[copy.value.source, terms]]) },
    );
    const read = readingsOf(steps).flatMap((one) => ("act" in one && one.act.source.name === source.name ? [one.act] : []));
    const named = withIdsOf(read, (span) => ids.get(placeOf(span)) ?? []);
    if (!readsAsBefore(goes, named)) continue;
    expect(named.map(({ id }) => id)).toEqual(goes.map(({ id }) => id));
    return true;
  }
  return false;
}

/** Words of those that are gone, where no act that goes has them, stand nowhere in the copy. */
async function expectNothingOf(gone: readonly Act[], goes: readonly Act[], copy: Source): Promise<void> {
  const bytes = Buffer.from(await copy.read(0, copy.size));
  const told = Buffer.concat(goes.map(({ source: { start, end } }) => bytes.subarray(start, end)));
  for (const { text } of gone) {
    const canary = /[A-Za-z][A-Za-z ,']{10,}/.exec(text ?? "")?.[0];
    if (canary !== undefined && !told.includes(canary)) expect(bytes.includes(canary), `${copy.name} holds what was left out`).toBe(false);
  }
}

function importerOf(id: string): Importer {
  return importers.find((one) => one.id === id) ?? expect.fail();
}

function spanOf(reading: Reading): SourceSpan {
  if ("act" in reading) return reading.act.source;
  if ("notice" in reading) return reading.notice.source;
  return "unread" in reading ? reading.unread.source : reading.kept.source;
}
