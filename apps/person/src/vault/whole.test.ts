import { addLine, openVault } from "@unmask/vault";
import { expect, it } from "vitest";
import { createMemoryFolder } from "../../../../fixtures/vault/memory-folder.ts";
import { createHers, keys, lineOf, worldOf } from "../../../../fixtures/vault/vault-of-hers.ts";
import { checkKept } from "./whole.ts";

const { folder, files } = createMemoryFolder();
let read: string[] = [];
const watched: typeof folder = {
  ...folder,
  open: (path) => {
    read.push(path);
    return folder.open(path);
  },
};
const at = { signal: new AbortController().signal, tell: () => undefined };

async function opened() {
  const vault = await openVault(worldOf(watched), keys);
  return vault.ok ? vault.value : expect.fail(vault.error.kind);
}

/** What home is told, and which files were looked at for it. */
async function home(vault: Awaited<ReturnType<typeof opened>>) {
  read = [];
  const answer = await checkKept(vault, true, at);
  return { amiss: answer.answer === "checked" ? answer.amiss.map(({ path }) => path) : answer.answer, read };
}

it("what is kept is looked over once for each opening, again where somebody else wrote, and as often as something is amiss", async () => {
  await addLine(await createHers(folder), lineOf("He stood at the gate."));
  const vault = await opened();
  const first = await home(vault);
  expect(first.amiss).toEqual([]);
  expect(first.read).toContain("journal/000001.age");
  expect(await home(vault)).toEqual({ amiss: [], read: ["log"] });
  await addLine(vault, lineOf("He waved."));
  expect(await home(vault)).toEqual({ amiss: [], read: ["log"] });
  await addLine(await opened(), lineOf("He came back."));
  expect((await home(vault)).read).toContain("journal/000001.age");
  const before = files.get("journal/000001.age") ?? expect.fail("it is kept");
  files.set("journal/000001.age", before.with(9, 0));
  const next = await opened();
  for (let times = 0; times < 2; times++) expect((await home(next)).amiss).toEqual(["journal/000001.age"]);
  files.set("journal/000001.age", before);
  expect((await home(next)).amiss).toEqual([]);
  expect((await home(next)).read).toEqual(["log"]);
});
