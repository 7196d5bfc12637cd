import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { type Ran, runUnmask } from "./run-unmask.ts";

/** All she states, in a file of her own and by options, through the command line. */

const folder = mkdtempSync(join(tmpdir(), "unmask-statement-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const home = join(folder, "home");
const run = (...args: readonly string[]): Promise<Ran> => runUnmask(args, { home });
const write = (name: string, content: string): string => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const chat = write(
  "WhatsApp Chat with Owen.txt",
  [
    "11/08/2025, 08:00 - Owen: where are you",
    "12/08/2025, 09:14 - Hannah: Do not write to me again.",
    "12/08/2025, 09:17 - Owen: ok",
    "13/08/2025, 16:30 - Owen: I am at the school",
    "14/08/2025, 10:00 - Owen: why",
    "14/08/2025, 10:05 - North: it is only me",
    "31/08/2025, 10:00 - Owen: why",
    "",
  ].join("\n"),
);

interface FoundHere {
  readonly pattern: string;
  readonly says: string;
  readonly acts: readonly string[];
  readonly couldChange: readonly string[];
}

async function idOf(text: string): Promise<string> {
  const { out } = await run("read", "--zone", "Europe/London", chat);
  const line = out.split("\n").find((one) => one.includes(`"text":"${text}`)) ?? "";
  return (JSON.parse(line) as { act: { id: string } }).act.id;
}

const afterStop = ({ out }: Ran): FoundHere => {
  const { findings } = JSON.parse(out) as { findings: FoundHere[] };
  return findings.find(({ pattern }) => pattern === "contact-after-stop") ?? expect.fail("nothing came after the stop");
};

const statementFile = async (more: object = {}): Promise<string> =>
  write(
    "statement.json",
    JSON.stringify({
      version: 1,
      zone: "Europe/London",
      jurisdiction: "EW",
      country: "GB",
      me: { label: "Hannah Reyes", names: ["Hannah"] },
      them: { label: "Owen Pike", names: ["Owen"] },
      stops: [{ kind: "told to stop", act: await idOf("Do not write") }],
      places: ["Mill Lane"],
      ...more,
    }),
  );

it("a stop that is a message counts the reply three minutes later, whether the file or an option says it", async () => {
  const file = await statementFile();
  const byFile = await run("pattern", chat, "--statement", file, "--json");
  expect(byFile.said).toBe("Nothing is open: you have answered all that these files ask.\n");
  expect(afterStop(byFile).says).toMatch(/^You told them to stop on 12 August 2025 at 09:14: “Do not write [^”]*” 4 acts came after that/);
  const names = ["--me", "Hannah", "--them", "Owen", "--zone", "Europe/London", "--json"];
  const byAct = await run("pattern", chat, ...names, "--told-to-stop", await idOf("Do not write"));
  expect(afterStop(byAct).acts).toEqual(afterStop(byFile).acts);
  const byMinute = await run("pattern", chat, ...names, "--told-to-stop", "2025-08-12T09:16");
  expect(afterStop(byMinute).acts).toEqual(afterStop(byFile).acts);
  const byDay = await run("pattern", chat, ...names, "--told-to-stop", "2025-08-12");
  expect(afterStop(byDay).acts).toEqual(afterStop(byFile).acts.slice(1));
  expect(afterStop(byDay).couldChange[0]).toContain("1 act came on the day itself");
});

it("options are added to the file: perhaps theirs, agreed and not this one are counted apart", async () => {
  const rules = write("agreed.json", '[{"says":"handover","weekdays":["wednesday"],"hours":{"from":"16:00","until":"17:00"}}]');
  const ran = await run(
    ...["pattern", chat, "--statement", await statementFile(), "--json"],
    ...["--perhaps", "North", "--agreed", rules, "--not-this", await idOf("ok")],
  );
  const found = afterStop(ran);
  expect(found.acts).toHaveLength(2);
  expect(found.couldChange).toEqual(
    expect.arrayContaining([
      "Perhaps theirs, as you say, and in no number of theirs: 1 act.",
      "Counted apart, because you said that it was agreed: 1 act.",
      "Not counted, because you said “not this one”: 1 act.",
    ]),
  );
});

it("a name by which no act is, and an act that stands nowhere, are told and change no exit code", async () => {
  const nowhere = `whatsapp-${"0".repeat(32)}-1`;
  for (const command of [["pattern"], ["report", "--pdf-only", "--out", join(folder, "pdf")]]) {
    const ran = await run(...command, chat, "--statement", await statementFile(), "--them", "Owne", "--not-this", nowhere);
    expect(ran.code).toBe(0);
    expect(ran.said).toContain("No act in these files is by Owne.");
    expect(ran.said).toContain(`No act in these files has the id ${nowhere}`);
  }
});

it("whoever said no to the question whether she told them to stop is not asked again, and hears that nothing is open", async () => {
  const named = ["--me", "Hannah", "--them", "Owen", "--zone", "Europe/London"];
  const open = await run("pattern", chat, ...named);
  expect(open.said).toMatch(/^You have not said whether you told them to stop\..*--told-to-stop=none/);
  const answered = await run("pattern", chat, ...named, "--told-to-stop=none");
  expect(answered.said).toBe("Nothing is open: you have answered all that these files ask.\n");
  const both = await run("pattern", chat, ...named, "--told-to-stop=none", "--told-to-stop", "2025-08-12");
  expect([both.code, both.said]).toEqual([
    2,
    expect.stringMatching(/: your answers say “none” of “told to stop”, and one is named all the same: take one of the two away\./),
  ]);
});

it.each([
  [["--zone", "UTC"], /--zone UTC: the statement says Europe\/London/],
  [["--perhaps", "OWEN"], /: “OWEN” is in --perhaps and in “them” of the statement \(as “Owen”\): take one away\./],
  [["--me", "Owen"], /: “Owen” is in “them” of the statement and in --me: take one away\./],
  [["--perhaps", "he", "--other", "he"], /: “he” is in --other and in --perhaps: take one away\./],
  [
    ["--perhaps", "+447700900987", "--other", "07700 900987"],
    /: “07700 900987” is in --other and in --perhaps \(as “\+447700900987”\): take/,
  ],
  [["--order-served", "2025-09-01"], /: your answers say “none” of “order served”, and one is named all the same: take one/],
  [["--told-to-stop", "2025-02-31"], /write a day that exists/],
  [["--not-this", "the third"], /write the id of an act/],
])("what contradicts the file is a usage error in words: %s", async (options, words) => {
  const { code, said } = await run(
    "pattern",
    chat,
    "--statement",
    await statementFile({ answers: { "order served": "none" } }),
    ...options,
  );
  expect([code, said]).toEqual([2, expect.stringMatching(words)]);
});

it("a file that is no statement is told of by its place and with what to do, and ends as a cover does that is none", async () => {
  const missing = await run("pattern", chat, "--statement", join(folder, "none.json"));
  expect([missing.code, missing.said]).toEqual([
    2,
    expect.stringMatching(/there is no file at .*none\.json \(--statement\)\. Look at how the path is written/),
  ]);
  const wrong = await run("pattern", chat, "--statement", await statementFile({ stops: [{ kind: "blocked" }] }));
  expect([wrong.code, wrong.said]).toEqual([
    2,
    expect.stringMatching(
      /statement\.stops\[0\] has not exactly one of day, minute, act\. docs\/formats\/statement\.md lists what may stand/,
    ),
  ]);
});

it("the pack carries the statement without her places, and the originals read again give the same findings", async () => {
  const out = join(folder, "packs");
  const made = await run("report", chat, "--statement", await statementFile(), "--perhaps", "North", "--out", out);
  expect(made.code).toBe(0);
  const pack = join(out, readdirSync(out).find((name) => !name.endsWith(".pub")) ?? "");
  const carried = JSON.parse(readFileSync(join(pack, "data/statement.json"), "utf8")) as Record<string, unknown>;
  expect(carried).toMatchObject({ them: { label: "Owen Pike", names: ["Owen"] }, perhaps: ["North"], leftOut: { places: 1 } });
  expect(carried["places"]).toBeUndefined();
  const key = readdirSync(out).find((name) => name.endsWith(".pub")) ?? "";
  const again = await run("verify", "--again", pack, "--signer", join(out, key));
  expect([again.code, again.out]).toEqual([0, expect.stringMatching(/^Verified\..*0 differ, 0 not compared\n$/s)]);
  const copy = await run("pattern", chat, "--statement", join(pack, "data/statement.json"));
  expect([copy.code, copy.said]).toEqual([2, expect.stringContaining("the copy from a pack")]);
});

it("a message of theirs is not taken for her words, and she is told which; so is a stop after which nothing came, and a folder is no file", async () => {
  const names = ["--me", "Hannah", "--them", "Owen", "--zone", "Europe/London", "--json"];
  const theirs = await idOf("where are you");
  const wrong = await run("pattern", chat, ...names, "--told-to-stop", theirs);
  expect(wrong.said).toContain(`The act ${theirs} is not by you: it was not taken for a stop of yours. Name the message that you sent,`);
  expect(wrong.out).not.toContain("contact-after-stop");
  const late = await run("pattern", chat, ...names, "--told-to-stop", "2025-09-01");
  expect(late.said).toContain("No act in these files certainly came after 2025-09-01 (told to stop)");
  for (const option of ["--agreed", "--statement", "--cover"]) {
    const { said } = await run("pattern", chat, ...names.slice(0, 4), option, folder);
    expect(said).toContain(`there is no file at ${folder} (${option})`);
  }
});

it("a number saved under her own name, and an address that shows it, are nobody's until she says; the options that are printed say it", async () => {
  const at = (minute: number): number => Date.UTC(2026, 2, 1, 10, minute);
  const sms = (number: string, name: string, minute: number, type: 1 | 2): string =>
    `<sms address="${number}" date="${at(minute)}" type="${type}" body="words ${minute}" contact_name="${name}" />`;
  const texts = write(
    "sms.xml",
    `<?xml version='1.0' encoding='UTF-8'?>\n<smses count="4">${[
      sms("+447700900123", "Sam Okafor", 1, 1),
      sms("+447700900123", "Sam Okafor", 2, 2),
      sms("+447700900057", "Anna Example", 3, 1),
      sms("+447700900057", "Anna Example", 4, 1),
    ].join("\n")}</smses>\n`,
  );
  const named = ["--me", "Anna Example", "--them", "Sam Okafor", "--zone", "Europe/London", "--json"];
  const counts = ({ out }: Ran): number =>
    (JSON.parse(out) as { findings: FoundHere[] }).findings.find(({ pattern }) => pattern === "frequency")?.acts.length ?? 0;
  const open = await run("pattern", texts, ...named);
  expect(open.said).toContain("1 account shows the name Anna Example but was not named by you: counted for nobody until you say whose.");
  expect(open.said).toContain("+447700900057 (2 acts)");
  expect(counts(open)).toBe(1);
  const said = await run("pattern", texts, ...named, "--them=+447700900057");
  expect(said.said).not.toContain("Anna Example");
  expect(counts(said)).toBe(3);
  const made = await run("report", texts, ...named.slice(0, -1), "--out", join(folder, "shown"), "--pdf-only");
  expect(made.code).toBe(0);
  expect(made.said).toContain("1 account shows the name Anna Example");
});

it("a rule of agreed contact that nothing fits is told by its words, and one that takes most of what they sent is told too", async () => {
  const rule = (says: string, channel: string): object => ({ says, person: "Owen Pike", channels: [channel] });
  const agreed = [rule("the school run", "whatsapp"), rule("he rings Mia", "phone")];
  const file = await statementFile({ agreed });
  for (const command of [["pattern"], ["report", "--pdf-only", "--out", join(folder, "unfit")]]) {
    const { code, said } = await run(...command, chat, "--statement", file);
    expect(code).toBe(0);
    expect(said).toContain("No act in these files fits the rule of agreed contact “he rings Mia”: it counts for nothing.");
    expect(said).not.toContain("fits the rule of agreed contact “the school run”");
    expect(said).toContain("The rule of agreed contact “the school run” takes 4 of 5 acts of theirs out of every other number. If not all");
    // Her stop, and what came in the day after it, no rule takes.
    expect(said).toMatch(/^2 acts fall under the rule of agreed contact “the school run” by their hours and are not taken/m);
  }
});

it("a block and its unblocking that the chat itself shows are asked about before they count, and not again once she has said so", async () => {
  const lines = ["13/08/2025, 16:30 - You blocked this contact. Tap to unblock.", "20/08/2025, 16:30 - You unblocked this contact."];
  const blocked = write(
    "blocked/WhatsApp Chat with Owen.txt",
    [...readFileSync(chat, "utf8").split("\n").slice(0, 3), ...lines, "24/08/2025, 10:00 - Owen: why", ""].join("\n"),
  );
  const named = ["--me", "Hannah", "--them", "Owen", "--zone", "Europe/London"];
  const asked = await run("pattern", blocked, ...named, "--json");
  const question =
    /^Your WhatsApp says that you blocked Owen on 13 August 2025, and on 20 August 2025 that you unblocked them\. If that was so: (--blocked=\S+) {2}What came after the unblocking is counted as well; how many came while the block held is said beside it\.$/m;
  const option = question.exec(asked.said)?.[1] ?? expect.fail(asked.said);
  expect(asked.out).not.toContain('"contact-after-stop"');
  const said = await run("pattern", blocked, ...named, "--json", option);
  expect(said.said).not.toContain("--blocked");
  expect(said.said).not.toContain("unblock");
  expect(afterStop(said).says).toContain("1 act came");
  expect(afterStop(said).says).toContain("none of them while it or a later one held");
  const made = await run("report", blocked, ...named, "--out", join(folder, "blocked"), "--pdf-only");
  expect(made.said).toMatch(question);
});

it("calling every act near her “not this one” leaves no finding of them, and how many and of which finding is told", async () => {
  const table = write("diary.csv", "Day,Who,Words\n2026-05-01,Owen,He stood at the gate\n2026-05-02,Owen,He stood there again\n");
  const columns = { date: "Day", who: "Who", what: "Words" };
  write(
    "diary.csv.columns.json",
    JSON.stringify({ format: "unmask-columns-1", zone: "local", columns, fixed: { kind: "visit", channel: "in-person" } }),
  );
  const files = [table, `${table}.columns.json`, "--them", "Owen", "--zone", "Europe/London"];
  const { out, said } = await run("pattern", ...files, "--json");
  expect(said).not.toContain("not this one");
  const { findings } = JSON.parse(out) as { findings: FoundHere[] };
  const near = new Set(findings.flatMap(({ pattern, acts }) => (pattern === "near-her" ? acts : [])));
  expect(near.size).toBe(2);
  const refused = await run("pattern", ...files, ...[...near].flatMap((id) => ["--not-this", id]));
  expect(refused.said).toContain("You said “not this one” of 2 acts, and without them this finding is gone: near-her (What happened where");
});

it("beside texts that name no owner, a slip in her own name is told with the names that the chat holds and what to type", async () => {
  const texts = write(
    "beside/sms.xml",
    `<?xml version='1.0' encoding='UTF-8'?>\n<smses count="1"><sms address="+447700900123" date="${Date.UTC(2026, 2, 1)}" type="2" body="hi" /></smses>\n`,
  );
  const files = [texts, chat, "--them", "Owen", "--zone", "Europe/London"];
  const wrong = await run("pattern", ...files, "--me", "Hanah");
  const told =
    "The chat “Owen” (WhatsApp) holds nothing by you, as you named yourself. The names in it: Owen, Hannah, North. If one of these is you: --me=Hannah\n";
  expect(wrong.said).toContain(told);
  const made = await run("report", ...files, "--me", "Hanah", "--out", join(folder, "slip"), "--pdf-only");
  expect(made.said).toContain(told);
  expect((await run("pattern", ...files, "--me", "Hannah")).said).not.toContain("nothing by you");
});

it("“not this one” of a finding that has no such name is told, with the names that there are", async () => {
  const act = await idOf("ok");
  const told = "No finding is called “night-times”: what the statement says is “not this one” of it is counted as before. Findings are: ";
  const slip = await run("pattern", chat, "--statement", await statementFile({ notThis: [{ act, finding: "night-times" }] }));
  expect(slip.said).toContain(told);
  expect(slip.said).toMatch(/Findings are: .*night-time/);
  const right = await run("pattern", chat, "--statement", await statementFile({ notThis: [{ act, finding: "night-time" }] }));
  expect(right.said).not.toContain("No finding is called");
});
