import { type Identity, type Zone, parseSha256, parseZone } from "@unmask/core";
import { printVoice } from "@unmask/words";
import { expect, test } from "vitest";
import { type ActDraft, london, makeTimeline, maya, nadia, rFirst, rHandle, rSecond } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement, stopOn } from "../../../fixtures/timelines/make-statement.ts";
import { identitiesAsOne } from "./identities-as-one.ts";

const fox = { kind: "handle", wrote: "@quiet.fox.77", normal: "@quiet.fox.77" } as const;
const find = (...drafts: readonly ActDraft[]) => identitiesAsOne.find(makeTimeline(drafts), makeStatement());
const three = (month: string, from: ActDraft["from"], text = "hello"): readonly ActDraft[] =>
  [1, 2, 3].map((i) => ({ at: `2026-${month}-0${i} 10:00`, from: from ?? rFirst, text: `${text} ${i}` }));
const phrase = "you will always be the only one for me";
const other = "I know what you did with him last summer";

test("a friend saved under his first name is told on the first page with the acts of each number, until she says whose each is", () => {
  const saved = (normal: string): Identity => ({ kind: "phone", wrote: normal, normal, name: "Sam" });
  const drafts = ["+447700900701", "+447700900702", "+447700900701"].map((normal, i) => ({
    at: `2026-07-0${i + 1} 10:00`,
    from: saved(normal),
  }));
  const sam = makeStatement({ them: { label: "Sam", normals: new Set(["sam"]) } });
  const [shared] = identitiesAsOne.find(makeTimeline(drafts), sam);
  expect(shared).toMatchObject({
    standing: "not said whose",
    line: "2 numbers are saved as “Sam”: +447700900701 (2 acts), +447700900702 (1 act). Not said: one person’s?",
  });
  expect(shared?.acts).toHaveLength(3);
  const others = { label: "others", normals: new Set(["+447700900702"]) };
  expect(identitiesAsOne.find(makeTimeline(drafts), { ...sam, others })).toEqual([]);
});

test("one that starts within a week after another stopped is told, a week and a day is not", () => {
  const [finding] = find(
    ...three("03", rFirst),
    ...[8, 9, 10].map((i): ActDraft => ({ at: `2026-03-${String(i).padStart(2, "0")} 10:00`, from: rSecond })),
  );
  expect(finding?.line).toBe("The numbers and accounts that you say are theirs share words, files or times.");
  expect(finding?.says).toMatch(/^Of the numbers and accounts that you said are one person’s, one pair shares words, files or times\. /);
  expect(finding?.says).toContain("One stopped and the next began within 7 days: 07700 900142 (R) then 07700 900388.");
  expect(find(...three("03", rFirst), ...[11, 12, 13].map((i): ActDraft => ({ at: `2026-03-${i} 10:00`, from: rSecond })))).toEqual([]);
});

test("an account that she did not name is asked about when it uses two of the same texts", () => {
  const [finding] = find(
    { at: "2026-03-03 10:00", text: phrase },
    { at: "2026-03-04 10:00", text: other },
    { at: "2026-05-03 10:00", from: fox, text: phrase.toUpperCase() },
    { at: "2026-05-04 10:00", from: fox, text: other },
  );
  expect(finding?.says).toBe(
    "2 acts by 1 account that was not named: in no number of theirs. @quiet.fox.77 sent 2 of the same texts. The same person? Only you can say; nothing was joined.",
  );
  // How many acts stands with the last act, that they came after.
  expect(finding?.line).toBe("1 account that was not named: the same person as them?");
  expect(finding?.acts).toHaveLength(4);
});

test("a number that she calls perhaps his still tells that it began after the block with his words, and counts as nobody’s", () => {
  const number = { kind: "phone", wrote: "07700 900122", normal: "+447700900122" } as const;
  const timeline = makeTimeline([
    { at: "2026-03-03 10:00", text: phrase },
    { at: "2026-04-02 10:00", from: number, text: phrase },
    { at: "2026-04-03 10:00", from: fox, text: other },
  ]);
  const perhaps = { label: "perhaps R.", normals: new Set([number.normal, fox.normal]) };
  const statement = makeStatement({ stops: [stopOn("blocked", "2026-04-01")], perhaps });
  const [finding, ...more] = identitiesAsOne.find(timeline, statement);
  expect(more).toEqual([]);
  expect(finding?.line).toBe("07700 900122, perhaps them, began 1 day after the block and sent one of the same texts.");
  expect(finding?.acts).toHaveLength(2);
  expect(finding?.table.rows.map((row) => row.slice(0, 7))).toEqual([["07700 900122", 1, "2 April 2026", "2 April 2026", 1, 1, 0]]);
});

test("where long names leave no room for the number, the line still says what it shares with them", () => {
  const number = { kind: "phone", wrote: "07700 900122", normal: "+447700900122" } as const;
  const timeline = makeTimeline([
    { at: "2026-03-03 10:00", text: phrase },
    { at: "2026-04-02 10:00", from: number, text: phrase },
  ]);
  const lineFor = (label: string): string | undefined => {
    const made = makeStatement({
      stops: [stopOn("blocked", "2026-04-01")],
      perhaps: { label: "perhaps", normals: new Set([number.normal]) },
    });
    const statement = { ...made, them: { ...made.them, label } };
    return identitiesAsOne.find(timeline, statement, { voice: printVoice(statement) })[0]?.line;
  };
  expect(lineFor("Bartholomew Ashcombe-Fitzwill")).toBe(
    "A number or account shares words, files or a name with Bartholomew Ashcombe-Fitzwill; others can too.",
  );
});

test("one short shared text alone is no question, nor a greeting, nor a long one from a friend whom she saved", () => {
  const both = (text: string, from: ActDraft["from"] = fox) =>
    find({ at: "2026-03-03 10:00", text }, { at: "2026-05-03 10:00", from, text });
  expect(both("I saw your light on again")).toEqual([]);
  expect(both("Happy birthday, have a lovely day with all of them")).toEqual([]);
  expect(both(phrase, nadia)).toEqual([]);
  expect(both(phrase)).toHaveLength(1);
});

test("short words, passed-on words and chain letters are nobody's", () => {
  const both = (text: string, more: Partial<ActDraft> = {}): readonly ActDraft[] =>
    [rFirst, fox].flatMap((from, i): ActDraft[] =>
      [1, 2].map((n) => ({ at: `2026-0${3 + i}-0${n} 10:00`, from, text: `${text}${n}`, ...more })),
    );
  expect(find(...both("are you there "))).toEqual([]);
  expect(find(...both(phrase, { flags: ["forwarded"] }))).toEqual([]);
  expect(find(...both(phrase))).toHaveLength(1);
  const sam = { kind: "phone", wrote: "07700 900778", normal: "+447700900778" } as const;
  const chain = [nadia, sam].flatMap((from): readonly ActDraft[] => [
    { at: "2026-02-01 10:00", from },
    ...[1, 2].map((n): ActDraft => ({ at: `2026-06-0${n} 10:00`, from, text: `${phrase}${n}` })),
  ]);
  expect(find(...both(phrase), ...chain)).toEqual([]);
});

test("identities that she named as one count as one person when words are shared by many", () => {
  const all = [rFirst, rSecond, rHandle, fox].flatMap((from, i): ActDraft[] =>
    [phrase, other].map((text, n) => ({ at: `2026-0${3 + i}-0${1 + n} 10:00`, from, text })),
  );
  expect(find(...all).map(({ says }) => says.slice(0, 20))).toEqual(["2 acts by 1 account ", "Of the numbers and a"]);
});

test("the same picture ties by its hash, whatever its name", () => {
  const sha256 = parseSha256("ab".repeat(32));
  const picture = (name: string): NonNullable<ActDraft["attachments"]> => (sha256 ? [{ name, sha256 }] : []);
  const [finding] = find(
    { at: "2026-03-03 10:00", text: null, attachments: picture("IMG_1.jpg") },
    { at: "2026-04-03 10:00", text: null, from: rSecond, attachments: picture("photo.jpg") },
  );
  expect(finding?.table.rows).toEqual([["07700 900142 (R)", "07700 900388", "both sent the same file", 1, "3 March 2026", "3 April 2026"]]);
});

test("turns within two minutes on three days are told, on two days they are not", () => {
  const turns = (days: number): readonly ActDraft[] =>
    Array.from({ length: days }, (_, i): ActDraft[] => [
      { at: `2026-03-0${1 + i} 10:00`, from: rFirst },
      { at: `2026-03-0${1 + i} 10:01`, from: rSecond },
    ]).flat();
  expect(find(...turns(2))).toEqual([]);
  expect(find(...turns(3))[0]?.table.rows[0]?.slice(2, 4)).toEqual(["both acted within 2 minutes of each other", 3]);
});

test("the days of turns are hers and not those of London: two of hers are no sign", () => {
  const auckland = parseZone("Pacific/Auckland");
  if (!auckland) throw new Error("no such zone");
  const turns = ["2026-07-04 14:00", "2026-07-05 12:00", "2026-07-06 12:00"].flatMap((at): ActDraft[] => [
    { at, from: rFirst },
    { at: at.replace(":00", ":01"), from: rSecond },
  ]);
  const signsIn = (zone: Zone) =>
    identitiesAsOne.find(makeTimeline(turns), makeStatement({ zone })).flatMap(({ table }) => table.rows.map(([, , sign]) => sign));
  expect(signsIn(london)).toContain("both acted within 2 minutes of each other");
  expect(signsIn(auckland)).not.toContain("both acted within 2 minutes of each other");
});

const unknown = { kind: "phone", wrote: "+447700900733", normal: "+447700900733" } as const;

test("a threat from a number that nobody named has its own line at once, with the number, and is not said to be his", () => {
  const [finding] = find(
    { at: "2026-03-03 10:00" },
    { at: "2026-05-20 04:10", from: unknown, text: "Number 22, green door. Tonight I come in." },
  );
  expect(finding?.standing).toBe("not said whose");
  expect(finding?.line).toBe(
    "20 May 2026, 04:10: “Number 22, green door. Tonight I come in.” By the number +447700900733, not said whose.",
  );
  expect(finding?.acts).toHaveLength(1);
});

test("however many threats such numbers send, three have a line, the latest, threats before places, and the rest is counted", () => {
  const statement = makeStatement({ places: ["22 Marl Row"] });
  const threats = [1, 2, 3, 4].map((i): ActDraft => ({ at: `2026-03-0${i} 10:00`, from: unknown, text: `I will kill you ${i}` }));
  const place: ActDraft = { at: "2026-03-09 10:00", from: unknown, text: "A parcel for 22 Marl Row" };
  const found = identitiesAsOne.find(makeTimeline([{ at: "2026-03-01 09:00" }, ...threats, place]), statement);
  const lines = found.filter(({ standing }) => standing === "not said whose").map(({ line }) => /“.*”|^2 more/.exec(line)?.[0]);
  expect(lines).toEqual(["“I will kill you 2”", "“I will kill you 3”", "“I will kill you 4”", "2 more"]);
});

test("a threat by a number of which she says that it is somebody else’s keeps its line: it is not their hand, and it was written", () => {
  const others = { label: "others", normals: new Set([unknown.normal]) };
  const timeline = makeTimeline([{ at: "2026-03-03 10:00" }, { at: "2026-05-20 04:10", from: unknown, text: "I will burn your house down" }]); // prettier-ignore
  const found = identitiesAsOne.find(timeline, { ...makeStatement(), others });
  expect(found.map(({ line }) => line)).toEqual([
    "20 May 2026, 04:10: “I will burn your house down”. By +447700900733, somebody else as you say.",
  ]);
});

test("a threat that she marked as somebody else’s and one in a group have no line of a number that nobody named, one by a saved name has", () => {
  const text = "I will kill you";
  const mel = { kind: "name", wrote: "Mel", normal: "mel" } as const;
  const group = { kind: "group", wrote: "Friday five", normal: "friday five" } as const;
  const found = find(
    { at: "2026-03-03 10:00" },
    { at: "2026-05-20 04:10", from: mel, text },
    { at: "2026-05-21 04:10", from: unknown, to: [group], text },
  );
  expect(found.filter(({ standing }) => standing === "not said whose").map(({ line }) => line)).toEqual([
    "20 May 2026, 04:10: “I will kill you”. By Mel, not said whose.",
  ]);
  const timeline = makeTimeline([{ at: "2026-03-03 10:00" }, { at: "2026-05-20 04:10", from: unknown, text }]);
  const [, threat] = timeline.acts;
  if (threat === undefined) throw new Error("two acts");
  expect(identitiesAsOne.find(timeline, makeStatement({ marks: [{ act: threat.id, whose: "other" }] }))).toEqual([]);
});

test("after her stop, words about a key, a door or where she was by numbers that she neither saved nor wrote to have lines, and are nobody's", () => {
  const second = { kind: "phone", wrote: "+447700900734", normal: "+447700900734" } as const;
  const stopped = makeStatement({ stops: [stopOn("told to stop", "2026-03-10")] });
  const drafts: readonly ActDraft[] = [
    { at: "2026-03-03 10:00" },
    { at: "2026-03-04 10:00", from: unknown, text: "I've got your spare key" },
    { at: "2026-05-20 04:10", from: unknown, text: "I've got your spare key so think on" },
    { at: "2026-05-21 04:10", from: second, text: "I've got your spare key so think on" },
    { at: "2026-05-22 04:10", from: second, text: "I like the yellow door." },
    { at: "2026-05-23 04:10", from: second, text: "It's only me" },
    { at: "2026-05-24 04:10", from: second, text: "Your driver is at your door with your parcel" },
    { at: "2026-05-25 04:10", from: nadia, text: "I have your spare key" },
  ];
  const linesOf = (more: readonly ActDraft[], statement = stopped): readonly string[] =>
    identitiesAsOne
      .find(makeTimeline([...drafts, ...more]), statement)
      .flatMap((one) => (one.standing === "not said whose" ? [one.line] : []));
  expect(linesOf([])).toEqual([
    "21 May 2026, 04:10: “I've got your spare key so think on”. By the number +447700900734, not said whose.",
    "22 May 2026, 04:10: “I like the yellow door.” By the number +447700900734, not said whose.",
  ]);
  expect(linesOf([{ at: "2026-05-20 05:00", from: maya, to: [second], text: "who is this" }])).toHaveLength(1);
  expect(linesOf([], makeStatement())).toEqual([]);
});

test("of an account about which it is asked, such words have a line though she answered it", () => {
  const drafts: readonly ActDraft[] = [
    { at: "2026-05-20 04:00", from: fox, text: "You were in seat 4C. I was in 6." },
    { at: "2026-05-20 06:00", from: maya, to: [fox], text: "Leave me alone" },
  ];
  const statement = makeStatement({ stops: [stopOn("told to stop", "2026-03-10")] });
  const found = identitiesAsOne.find(makeTimeline([{ at: "2026-03-03 10:00" }, ...drafts]), statement);
  expect(found.map(({ line }) => line)).toEqual([
    "20 May 2026, 04:00: “You were in seat 4C. I was in 6.” By the account @quiet.fox.77, not said whose.",
    "1 account that was not named: the same person as them?",
  ]);
});

test("her mother and her friend, who are angry with him for her sake, have no line of a threat and are not asked about", () => {
  const beth = { kind: "name", wrote: "Beth", normal: "beth" } as const;
  const lee = { ...makeStatement({ stops: [stopOn("told to stop", "2026-03-02")] }), them: { label: "Lee Marden", normals: new Set(["lee marden", rFirst.normal]) } }; // prettier-ignore
  const talk = (said: string, from: Identity = beth, hers = ["Lee said he'd burn the house down", "so scared"]): readonly ActDraft[] => [
    { at: "2026-02-03 10:00" },
    ...hers.map((text, i): ActDraft => ({ at: `2026-03-03 1${i}:00`, from: maya, to: [from], text })),
    { at: "2026-03-03 12:00", from, text: said },
  ];
  const linesOf = (drafts: readonly ActDraft[]): readonly string[] =>
    identitiesAsOne.find(makeTimeline(drafts), lee).map(({ line }) => line);
  for (const said of ["OMG I'd kill him", "Your dad will kill him when he gets hold of him"]) {
    expect(linesOf(talk(said))).toEqual([]);
    // Nobody knows whose such a number is, and whom she talks to of nothing can be him.
    expect(linesOf(talk(said, unknown))).not.toEqual([]);
    expect(linesOf(talk(said, beth, ["hi", "who"]))).not.toEqual([]);
    expect(linesOf(talk(said, beth, ["It's Lee? Stop texting me", "Lee is mad"]))).not.toEqual([]);
  }
  expect(linesOf(talk("I will kill you for what you said of him"))).not.toEqual([]);
});
