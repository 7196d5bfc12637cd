import { timelineActToJson } from "@unmask/core";
import { endingOf } from "@unmask/formats";
import { describe, expect, it } from "vitest";
import { listFixtures, optionsOf, sourceOf, sourcesOf } from "../../../fixtures/importers/fixture.ts";
import { gatherSteps, importAll } from "./import-all.ts";
import { importers } from "./index.ts";
import { linesOfSteps, stepOfLine } from "./kept-steps.ts";
import { type ImportStep, readSources } from "./read-sources.ts";

async function stepsOf(sources: Parameters<typeof readSources>[0], options: Parameters<typeof readSources>[1]): Promise<ImportStep[]> {
  const steps: ImportStep[] = [];
  for await (const step of readSources(sources, options))
    steps.push("original" in step ? { original: { ...step.original, ending: await endingOf(step.original.source) } } : step);
  return steps;
}

async function* given(steps: readonly ImportStep[]): AsyncGenerator<ImportStep> {
  yield* steps;
}

describe("what was read and kept as lines", () => {
  it.each(listFixtures())("gives what the files give: $importer, $name", async (fixture) => {
    const options = optionsOf(fixture, importers);
    const sources = sourcesOf(fixture);
    const lines = [...(linesOfSteps(await stepsOf(sources, options)) ?? expect.fail("it was read to its end"))];
    const steps = lines.map((line): ImportStep => {
      const read = stepOfLine(line);
      if (!read.ok) expect.fail(read.error);
      if (!("file" in read.value)) return read.value;
      const { file } = read.value;
      const source = sources.find(({ size }) => size === file.size) ?? expect.fail("no such file was handed in");
      return { original: { ...file, source } };
    });
    const [kept, anew] = [await gatherSteps(given(steps), options), await importAll(sources, options)];
    const bare = ({ originals, ...rest }: typeof anew): unknown => [rest, originals.map(({ source: _, ...original }) => original)];
    expect(bare(kept)).toEqual(bare(anew));
    expect(kept.timeline.acts.map(timelineActToJson)).toEqual(anew.timeline.acts.map(timelineActToJson));
    expect(JSON.stringify([kept.timeline.coverage, kept.unread, kept.kept])).toBe(
      JSON.stringify([anew.timeline.coverage, anew.unread, anew.kept]),
    );
  });

  it("is not kept where the person stopped it or our reader broke off", async () => {
    const [fixture = expect.fail("there are samples")] = listFixtures();
    const options = optionsOf(fixture, importers);
    const stopped = new AbortController();
    stopped.abort();
    expect(linesOfSteps(await stepsOf([sourceOf("a.txt", new Uint8Array(9))], { ...options, signal: stopped.signal }))).toBeUndefined();
    const source = { sha256: "0".repeat(64), name: "a", start: 0, end: 1 } as never;
    expect(linesOfSteps([{ fault: { importer: "whatsapp", source, error: new Error("ours") } }])).toBeUndefined();
  });

  it("is no step where a line was changed", () => {
    for (const line of ["", "{}", '{"readings":[]}', '{"importer":"whatsapp","readings":{}}', '{"file":{"sha256":"0"}}', '{"found":3}'])
      expect(stepOfLine(line).ok, line).toBe(false);
  });
});
