import { describe, expect, it } from "vitest";
import { copyOf, lived, restored, utf8 } from "../../../fixtures/vault/copy-of-hers.ts";
import { createMemoryFolder } from "../../../fixtures/vault/memory-folder.ts";
import { keys, lineOf, openHers, worldOf } from "../../../fixtures/vault/vault-of-hers.ts";
import { checkVault } from "./check.ts";
import { addLine } from "./journal.ts";

const life = lived();

describe("a copy that is brought back into notes that are there", () => {
  it("goes over no file that opens and that nobody's log has, and over one that is damaged", async () => {
    const { files } = await life;
    const ahead = await openHers(createMemoryFolder(files).folder);
    await addLine(ahead, lineOf("He rang."));
    const copy = await copyOf(ahead);
    const here = createMemoryFolder(files);
    await addLine(await openHers(here.folder), lineOf("Only here."));
    const only = here.files.get("journal/000002.age");
    // Whoever had the device put the log back.
    here.files.set("log", files.get("log") ?? expect.fail());
    expect(await restored(here.folder, copy)).toMatchObject({ value: { became: "apart", here: 0, unlogged: ["journal/000002.age"] } });
    expect(here.files.get("journal/000002.age")).toEqual(only);
    here.files.set("journal/000002.age", utf8("damaged"));
    expect(await restored(here.folder, copy)).toMatchObject({ value: { became: "restored" } });
  });

  it("puts back what was taken away or changed since the copy was made, and leaves what she wrote since", async () => {
    const here = createMemoryFolder((await life).files);
    const vault = await openHers(here.folder);
    const copy = await copyOf(vault);
    await addLine(vault, lineOf("He rang."));
    const before = new Map(here.files);
    for (const path of ["identity.age", "catalogue.age"]) here.files.set(path, utf8("changed"));
    here.files.delete("journal/000001.age");
    here.files.set("journal/000002.age", utf8("changed"));
    const done = await restored(here.folder, copy);
    expect(done).toMatchObject({
      value: { became: "mended", mended: ["identity.age", "journal/000001.age", "catalogue.age"], lost: ["journal/000002.age"] },
    });
    const others = [...here.files].filter(([path, bytes]) => String(bytes) !== String(before.get(path))).map(([path]) => path);
    // What stood in their place is moved aside.
    expect(others.filter((path) => !path.endsWith(".aside"))).toEqual(["journal/000002.age"]);
    expect(others).toHaveLength(3);
  });

  it("goes on from the last good signature where somebody hung something behind the list of what is kept, and names what that list does not have", async () => {
    const here = createMemoryFolder((await life).files);
    const vault = await openHers(here.folder);
    const copy = await copyOf(vault);
    await addLine(vault, lineOf("He rang."));
    const log = here.files.get("log") ?? expect.fail();
    here.files.set("log", utf8(`${new TextDecoder().decode(log)}x`));
    here.files.delete("journal/000001.age");
    expect((await openHers(here.folder)).now.holds).toBe(false);
    expect(here.files.get("log")).toEqual(log);
    expect(await restored(here.folder, copy)).toMatchObject({ value: { became: "mended", mended: ["journal/000001.age"], lost: [] } });
    // A list that was cut before that: a file of hers is in neither, and nothing is written over it.
    here.files.set("log", utf8(`${new TextDecoder().decode((await life).files.get("log"))}x`));
    const only = here.files.get("journal/000002.age");
    expect(await restored(here.folder, copy)).toMatchObject({ value: { became: "restored" } });
    expect(here.files.get("journal/000002.age")).toEqual(only);
    expect((await checkVault({ ...worldOf(here.folder), keys })).verdicts).toContainEqual({ path: "journal/000002.age", verdict: "apart" });
  });
});
