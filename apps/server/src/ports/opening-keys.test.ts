import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { reveal } from "@unmask/core";
import { createIdentity } from "@unmask/seal";
import { openForceFolder } from "./force-folder.ts";
import { openKeys } from "./opening-keys.ts";

it("opens with a key that was made since the start, and goes on with the last ones where the file holds none any more", async () => {
  const path = await mkdtemp(join(tmpdir(), "unmask-keys-"));
  try {
    const folder = openForceFolder(path);
    const [old, newer] = (await Promise.all([createIdentity(), createIdentity()])).map((one) => reveal(one));
    await folder.write("openingKey", "no key\n");
    expect(await openKeys(folder)).toMatchObject({ ok: false });
    await folder.write("openingKey", `${old}\n`);
    const keys = await openKeys(folder);
    if (!keys.ok) throw new Error(keys.error);
    const told = async () => (await keys.value()).map((one) => reveal(one));
    expect(await told()).toEqual([old]);
    await folder.write("openingKey", `${newer}\n${old}\n`);
    expect(await told()).toEqual([newer, old]);
    await folder.write("openingKey", "no key\n");
    expect(await told()).toEqual([newer, old]);
    await rm(join(path, "opening-key.txt"));
    expect(await told()).toEqual([newer, old]);
  } finally {
    await rm(path, { recursive: true });
  }
});
