import { expect, test } from "vitest";
import { type ActDraft, makeTimeline, maya, nadia, rFirst } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { frequency } from "./frequency.ts";
import { oneSidedness } from "./one-sidedness.ts";

const theirs = (count: number): readonly ActDraft[] =>
  Array.from({ length: count }, (_, i) => ({ at: `2026-03-${String(1 + i).padStart(2, "0")} 10:00` }));
const find = (...drafts: readonly ActDraft[]) => oneSidedness.find(makeTimeline(drafts), makeStatement());

const hers = (count: number, clock = "11:00"): readonly ActDraft[] =>
  Array.from({ length: count }, (_, i) => ({ at: `2026-03-${String(1 + i).padStart(2, "0")} ${clock}`, from: maya }));

test("a conversation is said to be about even, with both numbers and who began", () => {
  const [finding] = find(...theirs(12), ...hers(8));
  expect(finding?.says).toBe("They sent or called 12 times; you, 8: about even. After 8 quiet hours they began 11 times, you 0.");
  expect(finding?.how).toContain("“About even” is said where the numbers of one side are at most 1.5 times those of the other.");
});

test("between about even and three times as much both numbers stand without a word", () => {
  expect(find(...theirs(12), ...hers(5))[0]?.says).toMatch(/^They sent or called 12 times; you, 5\. /);
});

test("fewer than ten of theirs are not weighed", () => {
  expect(find(...theirs(9))).toEqual([]);
});

test("who writes first after eight quiet hours begins, to the minute, and a call by nobody named breaks the quiet", () => {
  const began = (...drafts: readonly ActDraft[]): string =>
    /After 8 quiet hours[^.]*\./.exec(find(...theirs(10), ...drafts)[0]?.says ?? "")?.[0] ?? "";
  expect(began(...hers(10, "18:01"))).toBe("After 8 quiet hours they began 9 times, you 10: about even.");
  expect(began(...hers(10, "18:00"))).toBe("After 8 quiet hours they began 9 times, you 0.");
  const call: ActDraft = {
    at: "2026-03-02 03:00",
    kind: "call",
    channel: "phone",
    from: { kind: "withheld", wrote: "", normal: "withheld" },
    file: "calls.xml",
  };
  expect(began(...hers(10, "12:00"), call)).toBe(
    "After 8 quiet hours they began 8 times, you 0; apart from these 1 by nobody the files name.",
  );
});

test("what went to a group is said to have gone to a group, with how many wrote in it", () => {
  const choir = { kind: "group", wrote: "Choir", normal: "choir" } as const;
  const [finding] = find(
    ...theirs(10),
    { at: "2026-03-20 10:00", to: [choir], thread: "Choir" },
    { at: "2026-03-20 10:01", to: [choir], thread: "Choir", from: maya },
    { at: "2026-03-20 10:02", to: [choir], thread: "Choir", from: nadia },
  );
  expect(finding?.says).toContain("Of these, 1 of theirs and 1 of yours went to a group of 3 or more.");
});

test("how many times as much came from them is one figure, said in the line; under it stand both numbers", () => {
  const [finding] = find(...theirs(31), ...hers(3));
  expect(finding?.line).toBe("They sent or called at least 10 times as often as you.");
  expect(finding?.says).toMatch(/^They sent or called 31 times; you, 3\. /);
});

test("who sent more is told with both numbers and the longest row", () => {
  const [finding] = find(...theirs(15), { at: "2026-03-02 11:00", from: maya }, { at: "2026-03-03 11:00", from: maya });
  expect(finding?.says).toBe(
    "They sent or called 15 times; you, 2. After 8 quiet hours they began 14 times, you 0. The longest row without a word from you is 12, between 4 March and 15 March 2026.",
  );
});

test("what she sent to others does not make it less one-sided", () => {
  const [finding] = find(
    ...theirs(10),
    ...Array.from({ length: 8 }, (): ActDraft => ({ at: "2026-03-05 12:00", from: maya, to: [nadia] })),
  );
  expect(finding?.says).toMatch(/^They sent or called 10 times; you, 0\./);
});

test("answered calls are told from unanswered ones", () => {
  const calls = Array.from({ length: 10 }, (_, i): ActDraft => ({
    at: `2026-03-${String(1 + i).padStart(2, "0")} 10:00`,
    kind: "call",
    channel: "phone",
    file: "calls.xml",
    flags: i === 0 ? [] : i < 5 ? ["missed"] : ["unanswered"],
  }));
  expect(find(...calls)[0]?.says).toContain("10 calls came from them; the files show 1 as answered; the longest row");
});

test("a file that holds nothing of hers is said to hold nothing of hers", () => {
  expect(find(...theirs(10))[0]?.couldChange[0]).toBe(
    "The files for texts hold nothing that you sent; whether you sent nothing or the file leaves it out is not known.",
  );
});

test("what she wrote down is neither sent by them nor by her", () => {
  const seen = theirs(12).map((draft): ActDraft => ({
    ...draft,
    kind: "visit",
    channel: "in-person",
    grade: "own-account",
    file: "journal",
  }));
  expect(find(...seen)).toEqual([]);
});

test("what she sent to a number that is perhaps theirs is said beside nothing that she sent back", () => {
  const statement = makeStatement({ perhaps: { label: "R", normals: new Set([nadia.normal]) } });
  const asked: ActDraft = { at: "2026-03-05 12:00", from: maya, to: [nadia], text: "Who is this?" };
  const [finding] = oneSidedness.find(makeTimeline([...theirs(10), asked]), statement);
  expect(finding?.line).toBe(
    "All that was sent came from them; the files show nothing that you sent back, but 1 to what is perhaps theirs.",
  );
  expect(finding?.says).toContain("you, 0; you sent 1 more to what is perhaps theirs.");
});

test("with all that it can hold it is still no more than five sentences", () => {
  const perhaps = { label: "R", normals: new Set([nadia.normal]) };
  const call: ActDraft = { at: "2026-03-02 03:00", kind: "call", channel: "phone", file: "calls.xml" };
  const group: ActDraft = {
    at: "2026-03-03 12:00",
    channel: "whatsapp",
    file: "chat.txt",
    to: [{ kind: "group", wrote: "Choir", normal: "choir" }],
  };
  const finding = oneSidedness.find(
    makeTimeline([
      ...theirs(14),
      ...hers(2),
      call,
      group,
      { ...group, from: maya },
      { at: "2026-03-20 10:00", from: nadia },
      { at: "2026-03-20 11:00", from: maya, to: [nadia] },
      { ...call, at: "2026-03-21 03:00", from: { kind: "withheld", wrote: "", normal: "withheld" } },
    ]),
    { ...makeStatement(), perhaps },
  )[0];
  expect(finding?.says).toContain("; you sent 1 more to what is perhaps theirs.");
  expect(finding?.says).toMatch(/1 call came from them; the files show \w+ as answered; the longest row without a word from you is /);
  expect(finding?.says.split(/[.?!](?:\s|$)/).filter((one) => one !== "").length).toBeLessThanOrEqual(5);
});

test("where all that she sent was agreed, it is not said that the files show nothing of hers", () => {
  const timeline = makeTimeline([...theirs(10), { at: "2026-04-01 10:00", from: maya, text: "Coming" }]);
  const reply = timeline.acts.at(-1)?.id;
  const [finding] = oneSidedness.find(timeline, makeStatement({ agreed: reply ? [{ says: "handover", acts: [reply] }] : [] }));
  expect(finding?.line).toBe("Beside what was agreed, all that was sent came from them; the files show nothing else that you sent back.");
  expect(finding?.says).toMatch(/^Beside what was agreed, they sent or called 10 times; you, 0\./);
  expect(finding?.couldChange.join(" ")).toContain(
    "The files for texts hold nothing beside what was agreed that you sent; whether you sent nothing else or",
  );
});

test("a beginning is told as once, and what went to other people with its number", () => {
  const mum = { kind: "name", wrote: "Mum", normal: "mum" } as const;
  const burst = Array.from({ length: 10 }, (_, i): ActDraft => ({ at: `2026-03-01 10:0${i}`, ...(i < 3 ? { to: [mum] } : {}) }));
  const says = find(...burst, { at: "2026-03-01 22:00" }, ...hers(1))[0]?.says;
  expect(says).toContain("After 8 quiet hours they began once, you 0");
  expect(says).toContain("Of these, 3 of theirs went to other people.");
});

test("how many times as often they sent is never said without what was agreed", () => {
  const timeline = makeTimeline([...theirs(31), ...hers(3)]);
  const reply = timeline.acts.find(({ from }) => from.normal === maya.normal)?.id;
  const [finding] = oneSidedness.find(timeline, makeStatement({ agreed: reply ? [{ says: "handover", acts: [reply] }] : [] }));
  expect(finding?.line).toBe("Beside what was agreed, they sent or called at least 15 times as often as you.");
  expect(finding?.says).toMatch(/^Beside what was agreed, they sent or called 31 times; you, 2\./);
});

const chat = { channel: "whatsapp", file: "chat.txt", thread: "Chat" } as const;
const mayaNamed = makeStatement({ me: { label: "Maya Ellis", normals: new Set([maya.normal, "maya ellis"]) } });

test("while a chat of theirs is with a name like hers of which she said nothing, nothing is denied that she sent, and nothing went to others", () => {
  const shown = { kind: "name", wrote: "Maya E", normal: "maya e" } as const;
  const timeline = makeTimeline([
    ...theirs(12).map((draft): ActDraft => ({ ...draft, ...chat, to: [shown] })),
    { ...chat, at: "2026-03-02 11:00", from: shown, to: [rFirst], text: "leave me alone" },
    { at: "2026-03-20 10:00", from: maya, to: [rFirst], text: "stop" },
  ]);
  expect(oneSidedness.find(timeline, mayaNamed)).toEqual([]);
  const [finding] = frequency.find(timeline, mayaNamed);
  expect(finding?.says).toContain("What you sent them is not known.");
  expect(finding?.says).not.toContain("other people");
  const other = { ...mayaNamed, others: { label: "Maya E", normals: new Set([shown.normal]) } };
  expect(oneSidedness.find(timeline, other)[0]?.says).toContain("Of these, 12 of theirs went to other people.");
});

test("while it is asked whether two groups are one, what she wrote in the other is not denied", () => {
  const [rory, plot] = ["Rory", "Rory (plot 9)"].map((wrote) => ({ kind: "name", wrote, normal: wrote.toLowerCase() }) as const);
  if (!rory || !plot) throw new Error("no names");
  const group = (from: typeof rory, seconds: string): ActDraft[] => [
    ...Array.from({ length: 12 }, (_, i): ActDraft => {
      const day = String(i + 1).padStart(2, "0");
      const to = [{ kind: "group", wrote: from.wrote, normal: from.normal } as const];
      return { at: `2026-03-${day} 10:00${seconds}`, from, to, text: `I am at the gate number ${i}`, channel: "whatsapp", thread: from.wrote, file: from.wrote }; // prettier-ignore
    }),
  ];
  const to = [{ kind: "group", wrote: plot.wrote, normal: plot.normal } as const];
  const hersThere: ActDraft = { at: "2026-03-05 11:00", from: maya, to, text: "Please stop this", channel: "whatsapp", thread: plot.wrote, file: plot.wrote }; // prettier-ignore
  const timeline = makeTimeline([...group(rory, ""), ...group(plot, ":20"), hersThere]);
  const statement = makeStatement({ them: { label: "Rory", normals: new Set([rory.normal]) } });
  expect(oneSidedness.find(timeline, statement)).toEqual([]);
  const [finding] = frequency.find(timeline, statement);
  expect(finding?.says).toContain("What you sent them is not known.");
  expect(finding?.couldChange).toContain(
    "It is not said whether two chats that hold the same messages are one. Until then what you sent them is not known.",
  );
});
