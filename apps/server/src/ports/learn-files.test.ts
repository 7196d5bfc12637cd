import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inventedEditions } from "@unmask/case";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepEdition, readEditions } from "./learn-files.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "unmask-editions-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("editions come back as they were made and in that order; beside a damaged one nothing more is published", async () => {
  expect(await readEditions(folder)).toEqual({ ok: true, value: [] });
  const made = [...inventedEditions(4, 2026)];
  expect(made.some(({ edition }) => edition.endsWith("/2"))).toBe(true);
  for (const edition of made.toReversed()) await keepEdition(folder, edition);
  expect(await readEditions(folder)).toEqual({ ok: true, value: made });
  await writeFile(join(folder, "editions/2026-03-1.json"), "{}");
  expect(await readEditions(folder)).toMatchObject({ ok: false, error: expect.stringContaining("2026-03-1.json is damaged") });
});
