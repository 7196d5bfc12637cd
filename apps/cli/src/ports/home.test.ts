import { expect, test } from "vitest";
import { readTextFile } from "./home.ts";

test("a file without an end is read only so far that whoever reads it can refuse it", async () => {
  expect((await readTextFile("/dev/zero"))?.length).toBeLessThan(70_000_000);
});

test("a folder, and what is not there, are no file", async () => {
  expect(await readTextFile(import.meta.dirname)).toBeUndefined();
  expect(await readTextFile(`${import.meta.dirname}/nothing`)).toBeUndefined();
});
