import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { runUnmask } from "./run-unmask.ts";

const root = mkdtempSync(join(tmpdir(), "unmask-twins-"));
const home = join(root, "home");
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** One chat, as an Android phone and as an iPhone export it. */
const chat = [
  ["14/03/2025", "09:00", "11", "Bo Tarn", "shall I bring the boxes on Friday"],
  ["14/03/2025", "10:05", "20", "Iris Vell", "stop writing to me please"],
  ["15/03/2025", "11:00", "30", "Bo Tarn", "i am outside now"],
  ["16/03/2025", "11:00", "40", "Bo Tarn", "you will see"],
] as const;
mkdirSync(join(root, "a"));
mkdirSync(join(root, "b"));
writeFileSync(
  join(root, "a", "WhatsApp Chat with Bo Tarn.txt"),
  chat.map(([day, minute, , who, says]) => `${day}, ${minute} - ${who}: ${says}\n`).join(""),
);
writeFileSync(
  join(root, "b", "WhatsApp Chat - Bo Tarn.txt"),
  chat.map(([day, minute, second, who, says]) => `[${day}, ${minute}:${second}] ${who}: ${says}\r\n`).join(""),
);
const terms = ["--me", "Iris Vell", "--them", "Bo Tarn", "--zone", "Europe/London"] as const;

async function idsIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const { out } = await runUnmask(["read", folder, "--zone", "Europe/London"], { home, cwd: root });
  const acts = out
    .split("\n")
    .filter((line) => line.startsWith(`{"act"`))
    .map((line) => (JSON.parse(line) as { act: { text: string; id: string } }).act);
  return new Map(acts.map(({ text, id }) => [text.trim(), id]));
}

it("what she says of a message by its id in one phone's export holds on the day she adds the other's, in whatever order they come", async () => {
  const said = new Map<string, string>();
  for (const phone of ["a", "b"]) {
    const ids = await idsIn(phone);
    const id = (text: string): string => ids.get(text) ?? expect.fail();
    const statement = join(root, `statement-${phone}.json`);
    const own = {
      version: 1,
      zone: "Europe/London",
      jurisdiction: "EW",
      country: "GB",
      me: { label: "Iris Vell", names: ["Iris Vell"] },
      them: { label: "Bo Tarn", names: ["Bo Tarn"] },
      marks: [{ act: id("you will see"), whose: "perhaps theirs" }],
      stops: [{ kind: "told to stop", act: id("stop writing to me please") }],
      agreed: [{ says: "the boxes", acts: [id("shall I bring the boxes on Friday")] }],
      notThis: [{ act: id("i am outside now"), finding: "whereabouts" }],
    };
    writeFileSync(statement, JSON.stringify(own));
    for (const files of [
      ["a", "b"],
      ["b", "a"],
    ]) {
      const run = await runUnmask(["pattern", ...files, "--statement", statement], { home, cwd: root });
      expect(run.code, run.said).toBe(0);
      expect(run.said).not.toContain("has the id");
      said.set(`${phone} ${files.join()}`, run.out);
    }
  }
  const [first = ""] = said.values();
  expect(first).toContain("“stop writing to me please”. Then 1 act came");
  expect([...new Set(said.values())]).toEqual([first]);
}, 60_000);

it("what she feared by the id of one phone's export is on page 1 with both, and goes into the pack", async () => {
  const ids = await idsIn("a");
  const act = ids.get("i am outside now") ?? expect.fail();
  const stop = ids.get("stop writing to me please") ?? expect.fail();
  const other = (await idsIn("b")).get("i am outside now") ?? expect.fail();
  const cover = (feared: readonly object[]): string => JSON.stringify({ version: 1, feared });
  writeFileSync(join(root, "cover.json"), cover([{ act, answer: "yes" }]));
  for (const leaveOut of [[], ["--leave-out", "b"], ["--leave-out", "a"]]) {
    const out = join(root, `out${leaveOut.join("")}`);
    const run = await runUnmask(
      ["report", "a", "b", ...terms, "--cover", "cover.json", "--told-to-stop", stop, "--out", out, ...leaveOut],
      {
        home,
        cwd: root,
      },
    );
    expect(run.code, run.said).toBe(0);
    expect(run.said).not.toContain("not in these files");
    const pack = readdirSync(out).find((name) => /^UM-[0-9A-F]{12}$/.test(name)) ?? expect.fail();
    const report = JSON.parse(gunzipSync(readFileSync(join(out, pack, "data/report.json.gz"))).toString()) as {
      cover: { feared: { act: string }[]; fearedLeftOut?: number };
    };
    expect(report.cover.fearedLeftOut).toBeUndefined();
    expect(report.cover.feared).toHaveLength(1);
    expect([act, other]).toContain(report.cover.feared[0]?.act);
    const stated = JSON.parse(readFileSync(join(out, pack, "data/statement.json"), "utf8")) as { stops: unknown[] };
    expect(stated.stops).toHaveLength(1);
  }
  writeFileSync(join(root, "cover.json"), cover([{ act, answer: "yes" }, { act: other, answer: "no" }])); // prettier-ignore
  const run = await runUnmask(["report", "a", "b", ...terms, "--cover", "cover.json", "--pdf-only", "--out", join(root, "twice")], {
    home,
    cwd: root,
  });
  expect(run.said).toContain(`What you say of ${other} is not what you say of the same message by its id in another export`);
}, 60_000);
