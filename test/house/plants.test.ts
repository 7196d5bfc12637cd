import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

it("every rule of the house refuses the fault that is planted for it, by name and place", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["house/plants.mjs"], { encoding: "utf8" });
  console.log(stdout);
  expect(stderr).toBe("");
  expect(status).toBe(0);
});
