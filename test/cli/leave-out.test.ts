import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { type Ran, project, runUnmask } from "./run-unmask.ts";

const folder = mkdtempSync(join(tmpdir(), "unmask-leave-out-"));
const home = join(folder, "home");
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const run = (...args: readonly string[]): Promise<Ran> => runUnmask(args, { home });
const exportsFolder = join(project, "fixtures/sample-case/exports");
const people = ["--me", "Hannah Reyes", "--them", "Owen Pike", "--them", "+447700900123", "--zone", "Europe/London"];

interface ReadAct {
  readonly id: string;
  readonly text: string | null;
  readonly when: { readonly earliest: string };
  readonly from: { readonly wrote: string };
}

/** The acts of files that do not change in these tests, by how they are read: each reading is once. */
const read = new Map<string, Promise<readonly ReadAct[]>>();

function actsOf(...args: readonly string[]): Promise<readonly ReadAct[]> {
  const how = args.join(" ");
  const acts = read.get(how) ?? readActs(args);
  read.set(how, acts);
  return acts;
}

async function readActs(args: readonly string[]): Promise<readonly ReadAct[]> {
  const { out } = await run("read", "--zone", "Europe/London", ...args);
  return out.split("\n").flatMap((line) => (line.startsWith('{"act":') ? [(JSON.parse(line) as { readonly act: ReadAct }).act] : []));
}

const actsRead = (): Promise<readonly ReadAct[]> => actsOf(exportsFolder);

/** Every word that a pack holds, of printed papers and packed files too. */
function wordsIn(pack: string): string {
  const files = readdirSync(pack, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      if (name.endsWith(".pdf") && parentPath.endsWith("data")) return execFileSync("pdftotext", ["-raw", path, "-"]).toString();
      return (name.endsWith(".gz") ? gunzipSync(readFileSync(path)) : readFileSync(path)).toString("utf8");
    })
    .join("\n");
}

it("a month, a person and one message are nowhere in the pack of the sample case, and it agrees with what went", async () => {
  const out = join(folder, "out");
  const acts = await actsRead();
  const single = acts.find(({ text, when }) => when.earliest < "2025-06-01" && (text ?? "").length > 20) ?? expect.fail();
  const made = await run(
    ...["report", ...people, "--leave-out", "2025-08-01..2025-08-31", "--leave-out", "Nora Lighte", "--leave-out", single.id],
    ...["--out", out, exportsFolder],
  );
  expect(made.said).toMatch(/Left out: \d+ acts\. \d+ acts go\./);
  const pack = join(out, readdirSync(out).find((one) => !one.endsWith(".pub")) ?? "");
  const words = wordsIn(pack);
  const isGone = ({ id, from, when }: ReadAct): boolean =>
    id === single.id || from.wrote === "Nora Lighte" || (when.earliest >= "2025-07-31T23" && when.earliest < "2025-08-31T23");
  const going = new Set(acts.filter((act) => !isGone(act)).map(({ text }) => text));
  const gone = acts.filter(isGone);
  const canaries = gone.flatMap(({ text }) =>
    text !== null && text.length > 12 && ![...going].some((one) => one?.includes(text)) ? [text] : [],
  );
  expect(gone.length).toBeGreaterThan(100);
  expect(canaries.length).toBeGreaterThan(2);
  for (const canary of [...canaries, "Nora Lighte", ...gone.map(({ id }) => id)]) expect(words.includes(canary), canary).toBe(false);
  expect(words).toMatch(/acts were left out by choice: \d+ by or to 1 person, \d+ by time \(2025-08-01 to 2025-08-31\) and 1 one by one/);
  const checked = await run("verify", "--again", pack);
  expect(checked.out).toMatch(
    /^Verified\.[^]* acts: \d+ agree, 0 differ, \d+ not compared[^]* findings: \d+ agree, 0 differ, 0 not compared/,
  );
  expect(checked.code).toBe(0);
});

it("a name that nobody has is refused before anything is made", async () => {
  const out = join(folder, "none");
  const refused = await run("report", ...people, "--leave-out", "Nobody Here", "--out", out, join(exportsFolder, "phone-2"));
  expect(refused.code).toBe(2);
  expect(refused.said).toMatch(
    /--leave-out Nobody Here: no file of that name was handed over, and no act in these files is by or to anybody of that name\./,
  );
  expect(readdirSync(folder)).not.toContain("none.age");
});

it("the name of somebody else is nowhere in the pack, printed or packed, every act is there, and it agrees with what went", async () => {
  const out = join(folder, "redacted");
  const name = /nora[ _.-]*lighte|\bnora\b/i;
  expect(JSON.stringify(await actsRead())).toMatch(name);
  const made = await run("report", ...people, "--redact", "Nora Lighte", "--redact", "Nora", "--out", out, exportsFolder);
  expect(made.said).toMatch(/Names covered: 2, in \d+ acts that go\./);
  const pack = join(out, readdirSync(out).find((one) => !one.endsWith(".pub")) ?? "");
  const words = wordsIn(pack);
  expect(words).not.toMatch(name);
  expect(words).toMatch(/\*1\*\* \*{6}/);
  expect(words.replace(/\s+/g, " ")).toContain("2 names of other people are covered by choice, in");
  const whole = readFileSync(join(pack, "bag-info.txt"), "utf8");
  const [leaves, shown] = ["Leaves", "Acts-Shown"].map((label) => new RegExp(`Unmask-(?:Log-)?${label}: (\\d+)`).exec(whole)?.[1]);
  expect(shown).toBe(leaves);
  const checked = await run("verify", "--again", pack);
  expect(checked.out).toMatch(
    /^Verified\.[^]* acts: \d+ agree, 0 differ, 0 not compared[^]* findings: \d+ agree, 0 differ, 0 not compared/,
  );
  expect(checked.code).toBe(0);
});

it("a name that stands in one of the person whom the report is about is refused before anything is made", async () => {
  const refused = await run("report", ...people, "--redact", "Pike", "--out", join(folder, "pike"), join(exportsFolder, "phone-2"));
  expect(refused.code).toBe(2);
  expect(refused.said).toMatch(/--redact Pike: it stands in the name of somebody whom the report is about, and they stay named\./);
});

/** One chat in which she told him to stop, and what she says of single messages in it. */
async function chatWithStop(name: string) {
  const [at, ofChat] = [join(folder, name), join(folder, "chat with stop")];
  for (const one of [at, ofChat]) mkdirSync(one, { recursive: true });
  const chat = join(ofChat, "WhatsApp Chat with Kester Vane.txt");
  const lines = [
    "14/03/2026, 10:00 - Kester Vane: hello",
    "15/03/2026, 10:01 - Kester Vane: CANARY-HIS I will hurt you",
    "15/03/2026, 10:02 - Marged Tolly: CANARY-HERS stop writing to me",
    "16/03/2026, 10:03 - Kester Vane: no",
    "17/03/2026, 10:04 - Kester Vane: open the door",
    "18/03/2026, 10:05 - Kester Vane: I see you",
    "19/03/2026, 10:06 - Marged Tolly: ok",
  ];
  writeFileSync(chat, `${lines.join("\n")}\n`);
  const both = ["--me", "Marged Tolly", "--them", "Kester Vane", "--zone", "Europe/London", "--date-order", "dmy"];
  const acts = await actsOf("--date-order", "dmy", chat);
  const idOf = (words: string): string => acts.find(({ text }) => text?.includes(words))?.id ?? expect.fail(words);
  const write = (file: string, value: object): string => {
    writeFileSync(join(at, file), JSON.stringify(value));
    return join(at, file);
  };
  const make = async (out: string, ...args: readonly string[]) => {
    const made = await run("report", chat, ...both, ...args, "--out", join(at, out));
    expect(made.code, made.said).toBe(0);
    const pack = join(at, out, readdirSync(join(at, out)).find((one) => !one.endsWith(".pub")) ?? "");
    const checked = await run("verify", "--again", pack);
    expect(checked.out).toMatch(
      /^Verified\.[^]* acts: \d+ agree, 0 differ, \d+ not compared[^]* findings: \d+ agree, 0 differ, 0 not compared/,
    );
    const words = wordsIn(pack).replace(/\s+/g, " ");
    return { said: made.said, words, statement: readFileSync(join(pack, "data/statement.json"), "utf8") };
  };
  return { write, idOf, make };
}

it("what she said of a message that she leaves out is nowhere: neither its day nor her words, on no paper and in no file", async () => {
  const { write, idOf, make } = await chatWithStop("said-of");
  const [his, hers] = [idOf("CANARY-HIS"), idOf("CANARY-HERS")];
  const cover = write("cover.json", {
    version: 1,
    feared: [
      { act: his, answer: "yes", says: "CANARY-FEAR he had a hammer" },
      { act: hers, answer: "not sure", says: "CANARY-UNSURE" },
      { day: "2026-03-17", answer: "yes", says: "I hid" },
    ],
  });
  const statement = write("statement.json", {
    ...{ version: 1, zone: "Europe/London", jurisdiction: "EW", country: "GB" },
    me: { label: "Marged Tolly", names: ["Marged Tolly"] },
    them: { label: "Kester Vane", names: ["Kester Vane"] },
    marks: [{ act: his, whose: "theirs", says: "CANARY-MARK" }],
    stops: [{ kind: "told to stop", act: hers, says: "CANARY-STOP" }],
    agreed: [
      { says: "CANARY-AGREED", acts: [his] },
      { says: "the rule", person: "Kester Vane", weekdays: ["saturday"], except: [his] },
    ],
    notThis: [{ act: his, says: "CANARY-NOT" }],
  });
  for (const [out, ...leaveOut] of [
    ["by-act", "--leave-out", his, "--leave-out", hers],
    ["by-day", "--leave-out", "2026-03-15..2026-03-15"],
  ] as const) {
    const { words } = await make(out, "--cover", cover, "--statement", statement, ...leaveOut);
    expect(words.match(/.{60}CANARY.{20}/gu), out).toBeNull();
    for (const id of [his, hers]) expect(words).not.toContain(id);
    // A time that she leaves out is named by her own rule.
    if (out === "by-act") expect(words).not.toMatch(/15 March 2026|2026-03-15/);
    expect(words).toContain("1 answer of yes about acts that are not in the pack.");
    expect(words).toContain("“I hid”");
  }
});

it("a stop that she named by a message is told to her when that message is left out, and no paper uses half of it", async () => {
  const { idOf, make } = await chatWithStop("stop");
  const stop = idOf("CANARY-HERS");
  const whole = await make("whole", "--told-to-stop", stop);
  expect(whole.words).toMatch(/After Marged Tolly said stop: acts? \d/);
  expect(whole.said).not.toContain("is left out");
  const { said, words, statement } = await make("part", "--told-to-stop", stop, "--leave-out", stop);
  expect(said).toContain(
    "The stop that you named by its message (told to stop, 2026-03-15T10:02) is left out with it: the paper does not tell of it, and counts nothing as after it. " +
      "To state it without the message, give --told-to-stop 2026-03-15T10:02 as well; or let the message go.",
  );
  expect(words).not.toContain("After Marged Tolly said stop");
  expect(words).toContain("Whether Marged Tolly said stop: not stated in this pack.");
  expect(statement).not.toContain('"stops"');
});

it("a stop named by the minute of a message that is left out stands as her word on every paper", async () => {
  const { idOf, make } = await chatWithStop("minute");
  const stop = idOf("CANARY-HERS");
  const given = ["--told-to-stop", stop, "--told-to-stop", "2026-03-15T10:02", "--leave-out", stop];
  const { said, words, statement } = await make("part", ...given);
  expect(said).not.toContain("is left out with it");
  expect(words).toMatch(/After Marged Tolly said stop: acts 3, 4 and 5\./);
  expect(JSON.parse(statement)).toMatchObject({ stops: [{ kind: "told to stop", minute: "2026-03-15T10:02" }] });
  expect(words).not.toContain("CANARY-HERS");
});

it("an order and a bail condition named by messages that are left out are told to her with their days", async () => {
  const { write, idOf, make } = await chatWithStop("orders");
  const statement = write("statement.json", {
    ...{ version: 1, zone: "Europe/London", jurisdiction: "EW", country: "GB" },
    me: { label: "Marged Tolly", names: ["Marged Tolly"] },
    them: { label: "Kester Vane", names: ["Kester Vane"] },
    stops: [
      { kind: "bail condition", act: idOf("CANARY-HIS"), until: "2026-03-17" },
      { kind: "order served", act: idOf("CANARY-HERS") },
    ],
  });
  const { said, words } = await make("part", "--statement", statement, "--leave-out", "2026-03-15..2026-03-15");
  expect(said).toContain("The stop that you named by its message (bail condition, 2026-03-15T10:01) is left out with it");
  expect(said).toContain('write "day": "2026-03-15" in its place in the statement');
  expect(said).toContain("The stop that you named by its message (order served, 2026-03-15T10:02) is left out with it");
  expect(said).toContain("give --order-served 2026-03-15T10:02 as well");
  expect(words).not.toMatch(/Bail condition|An order was served/);
});

it("her answer about a day of which no message goes is told to her, and stands as she wrote it", async () => {
  const { write, make } = await chatWithStop("day");
  const cover = write("cover.json", { version: 1, feared: [{ day: "2026-03-15", answer: "yes", says: "he had a hammer" }] });
  const { said, words } = await make("part", "--cover", cover, "--leave-out", "2026-03-15..2026-03-15");
  expect(said).toContain(
    "The cover has an answer about a day of which nothing goes (feared, entry 1): the report prints that day and what you say of it. Take the entry out if it is not to be read.",
  );
  expect(words).toContain("15 March 2026: “he had a hammer”.");
});

it("what was written to a group in which she wrote once stays in the pack when a friend of the group is left out, and is told as sent to nobody alone", async () => {
  const at = join(folder, "trio");
  mkdirSync(at);
  const hour = (i: number): string => `${String(1 + i).padStart(2, "0")}/03/2026, 11:00`;
  const lines = Array.from({ length: 12 }, (_, i) =>
    i % 2 === 0 ? `${hour(i)} - Kester Vane: I will find you ${i}` : `${hour(i)} - Odile Brandt: CANARY-FRIEND ${i}`,
  );
  lines.push(`${hour(12)} - Marged Tolly: leave me alone please`, `${hour(13)} - Kester Vane: I know where you sleep`);
  writeFileSync(join(at, "WhatsApp Chat with Trio.txt"), `${lines.join("\n")}\n`);
  const both = ["--me", "Marged Tolly", "--them", "Kester Vane", "--zone", "Europe/London", "--date-order", "dmy"];
  const make = async (out: string, ...args: readonly string[]): Promise<string> => {
    const made = await run("report", at, ...both, ...args, "--out", join(folder, out));
    expect(made.code, made.said).toBe(0);
    const pack = join(folder, out, readdirSync(join(folder, out)).find((one) => !one.endsWith(".pub")) ?? "");
    expect((await run("verify", "--again", pack)).out).toMatch(/ acts: \d+ agree, 0 differ/);
    return wordsIn(pack);
  };
  const whole = await make("trio-whole");
  expect(whole).toContain("to a group of 3 or more");
  expect(whole).not.toMatch(/to Odile Brandt|forged-header/);
  const part = await make("trio-part", "--leave-out", "Odile Brandt");
  expect(part.match(/I will find you \d+/g)?.length).toBeGreaterThan(5);
  expect(part).toContain("leave me alone please");
  expect(part).not.toContain("CANARY-FRIEND");
  expect(part).not.toMatch(/"to":\[\{"kind":"name"/);
});
