import type { Finding, Report } from "@unmask/core";
import { expect, test } from "vitest";
import { sampleReport, sampleTimeline } from "../../../../test/report/sample-report.ts";
import type { SayAnswered } from "./answered.ts";
import { discloseActs } from "./disclosed-acts.ts";
import { type StandsOut, whatStandsOut } from "./stands-out.ts";

const threat = "Tell Maya that if she goes to the police I will kill her and then me. She has until Sunday.";
const sample = sampleReport(sampleTimeline(40));
const timeline = { ...sample.timeline, acts: sample.timeline.acts.map((act, i) => (i === 7 ? { ...act, text: threat } : act)) };
const [model] = sample.findings;

type Given = Pick<Finding, "standing" | "line" | "acts"> & Partial<Finding>;

function standsOut(...findings: readonly Given[]): StandsOut {
  return standsOutAfter(() => undefined, ...findings);
}

function standsOutAfter(sayAnswered: SayAnswered, ...findings: readonly Given[]): StandsOut {
  if (!model) throw new Error("the sample has no finding");
  const report: Report = { ...sample, timeline, findings: findings.map((one) => ({ ...model, ...one })) };
  return whatStandsOut(report, discloseActs(report), sayAnswered);
}

const idOf = (i: number): Finding["acts"] => timeline.acts.slice(i, i + 1).map(({ id }) => id);
const toHerMother = {
  standing: "people around her",
  line: "12 November 2026, to mum: message, 20 words, in full below. By Rhys.",
} as const;

test("a threat that has no room in its line stands whole in its row, and by its number where the page has no room either", () => {
  const { full } = standsOut({ ...toHerMother, acts: idOf(7) }).lines[0] ?? {};
  expect(full).toMatchObject({ words: { words: `“${threat}”` }, isWhole: true, row: 8 });
  expect([full?.before.words, full?.afterWords.words]).toEqual(["12 November 2026, to mum: ", " By Rhys."]);
  expect([full?.brief.words, full?.after.words]).toEqual(["message, 20 words, ", ". By Rhys."]);
});

test("words of a threat stand whole in their row whatever room there is, and a row that tells them again is left out", () => {
  const line = "12 November 2026, 09:00: message, 20 words, in full below. By Rhys.";
  const [first, ...more] = standsOut(
    { ...toHerMother, standing: "after a stop", acts: idOf(3), line: "Maya: “Leave me alone.” Then 1 act." },
    { pattern: "threats", standing: "words of a threat", acts: idOf(7), line },
    { pattern: "threats", standing: "words of a threat", acts: idOf(7), line },
  ).lines.slice(1);
  expect([first?.line.words, first?.full, first?.holds]).toEqual([`12 November 2026, 09:00: “${threat}” By Rhys.`, null, [8]]);
  expect(more).toEqual([]);
});

test("of several acts in one line the one is told whose words the line counts", () => {
  const acts = [...idOf(3), ...idOf(7), ...idOf(9)];
  expect(standsOut({ ...toHerMother, acts }).lines[0]?.full?.row).toBe(8);
});

test("an act that a row above tells is not told again: the last act names that row", () => {
  const last = { standing: "last act", acts: idOf(7) } as const;
  const linesWith = (line: string): readonly unknown[] =>
    standsOut({ ...toHerMother, acts: idOf(7) }, { ...last, line }).lines.map((one) => [one.line.words, one.full !== null]);
  expect(linesWith("Last act by Rhys, 12 November 2026, 14 days ago: message, 20 words, in full below.")).toEqual([
    [toHerMother.line, true],
    ["Last act by Rhys, 12 November 2026, 14 days ago: the same act as 1.", false],
  ]);
  expect(linesWith("Last act by Rhys: “She has until Sunday.” (15 words more).")[1]).toEqual([
    "Last act by Rhys: the same act as 1.",
    false,
  ]);
});

test("a row that rests on the last act and quotes another does not stand for it: its words are not lost", () => {
  const blocked = { standing: "after a stop", line: "Maya blocked a number. After it 1 act came.", acts: idOf(7) } as const;
  const stopped = { ...blocked, line: "Maya: “Leave me alone.” Then 1 act." };
  const last = { standing: "last act", line: "Last act by Rhys: “She has until Sunday.” (15 words more).", acts: idOf(7) } as const;
  expect(standsOut(blocked, stopped, last).lines[2]?.line.words).toBe(last.line);
});

test("a text that its line has room for in part stands whole on page 1, and is not told once more below", () => {
  const part = { standing: "near her", line: "12 November 2026: “Tell Maya …” (18 words more). By Rhys.", acts: idOf(7) } as const;
  const [row] = standsOut(part).lines;
  expect(row?.full?.words?.words).toBe(`“${threat}”`);
  expect([row?.full?.brief.words, row?.full?.after.words]).toEqual(["“Tell Maya …” (18 words more), ", ". By Rhys."]);
  expect(row?.holdsTold).toEqual([8]);
});

test("an act near her that a row above tells takes no row, and each sentence about an act told above has its stop", () => {
  const reply = { standing: "after a stop", line: `First after the stop, at 10:00: “She has until Sunday.”`, acts: idOf(7) } as const;
  const near = {
    pattern: "near-her",
    standing: "near her",
    line: "12 November 2026: “She has until Sunday.” By Rhys.",
    acts: idOf(7),
  } as const;
  expect(standsOut(reply, near).lines.map(({ number }) => number)).toEqual([1]);
  const told = { ...near, pattern: "people-around-her" } as const;
  expect(standsOut(reply, told).lines[1]?.line.words).toBe("12 November 2026: the same act as 1. By Rhys.");
});

test("of acts near her that only a count tells up to three stand behind it with their words, damage first", () => {
  const kinds = ["visit", "visit", "damage", "visit"] as const;
  const acts = sample.timeline.acts.map((act, i) =>
    i < 4 ? { ...act, from: sample.timeline.acts[0]?.from ?? act.from, kind: kinds[i] ?? "visit", text: `In her words ${i}.` } : act,
  );
  if (!model) throw new Error("the sample has no finding");
  const rest = {
    pattern: "near-her",
    standing: "near her",
    line: "Besides, near Maya: 2 visits.",
    acts: acts.slice(0, 4).map(({ id }) => id),
  } as const;
  const report: Report = { ...sample, timeline: { ...sample.timeline, acts }, findings: [{ ...model, ...rest }] };
  const said = whatStandsOut(report, discloseActs(report), () => undefined).lines[0]?.beside?.words;
  expect(said).toMatch(/^ Of these, [^;]*no\. 3.*“In her words 2\.”; [^;]*no\. 4[^;]*; [^;]*no\. 2[^;]*$/);
  const same = { ...rest, line: "3 visits in the same words, the last on 3 May 2026: “In her words 1.” By Rhys." };
  const findings = [{ ...model, ...same }];
  expect(whatStandsOut({ ...report, findings }, discloseActs(report), () => undefined).lines[0]?.beside).toBeNull();
});

test("page 1 names the whole sender of an act that is not said whose, where its line had no room for the address", () => {
  const helen = { kind: "email", wrote: "h.ode@example.com", normal: "h.ode@example.com", name: "Helen Ode" } as const;
  if (!model) throw new Error("the sample has no finding");
  const acts = timeline.acts.map((act, i) => (i === 7 ? { ...act, from: helen } : act));
  const rowOf = (line: string) => {
    const report: Report = { ...sample, timeline: { ...timeline, acts }, findings: [{ ...model, ...toHerMother, line, acts: idOf(7) }] };
    return whatStandsOut(report, discloseActs(report), () => undefined).lines[0];
  };
  const whole = "By the mail address h.ode@example.com (Helen Ode), not said whose.";
  expect(rowOf("12 November 2026, to mum: message, 20 words, in full below. Not said whose.")?.full?.after.words).toBe(`. ${whole}`);
  const least = "12 November 2026, to head@example.com: “She has until Sunday.” By whom: not said.";
  expect(rowOf(least)?.line.words).toBe(`12 November 2026, to head@example.com: “She has until Sunday.” ${whole}`);
});

test("words in another script than Latin are marked as not translated where page 1 quotes them", () => {
  const line = "12 November 2026: “ਮੈਂ ਤੇਰੇ ਘਰ ਦੇ ਬਾਹਰ ਹਾਂ”. By Rhys.";
  expect(standsOut({ standing: "near her", line, acts: idOf(3) }).lines[0]?.line.words).toBe(
    "12 November 2026: “ਮੈਂ ਤੇਰੇ ਘਰ ਦੇ ਬਾਹਰ ਹਾਂ” (not translated). By Rhys.",
  );
});

test("no line says that words stand below where none do", () => {
  const [row] = standsOut({ ...toHerMother, acts: [] }).lines;
  expect(row?.line.words).toBe("12 November 2026, to mum: message, 20 words, not shown here. By Rhys.");
});

test("what came first while a bail condition held stands behind its count, and one that another row tells by the number of that row", () => {
  const bail = { standing: "order or bail", line: "Bail condition: 4 to 8 August 2026. While it held 1 act came.", acts: idOf(7) } as const;
  const [row] = standsOut(bail).lines;
  expect(row?.beside?.words).toMatch(/^ First then, \d+ \w+ \d{4}, [\d:]+ \(no\. 8.*\): “Tell Maya that .* until Sunday\.”$/);
  expect(row?.holdsTold).toEqual([8]);
  const last = { standing: "last act", line: "Last act by Rhys: message, 20 words, in full below.", acts: idOf(7) } as const;
  expect(standsOut(bail, last).lines[0]?.beside?.words).toMatch(/: the same act as 2\.$/);
});

test("of what a line only counts, what went to her alone is quoted before what went to a group, and the same words once", () => {
  const group = { kind: "group", wrote: "Year 11", normal: "year 11" } as const;
  const acts = timeline.acts.map((act, i) =>
    i < 20
      ? act
      : { ...act, text: i === 20 ? "im at ur bus stop" : i === 21 ? "im by ur gate" : "im outside", ...(i > 20 && { to: [group] }) },
  );
  const line = "10 messages have words that can show where Maya was. Such words can be innocent.";
  const ids = acts.slice(20, 30).map(({ id }) => id);
  if (!model) throw new Error("the sample has no finding");
  const findings = [{ ...model, pattern: "whereabouts", standing: "count" as const, line, acts: ids }];
  const report: Report = { ...sample, timeline: { ...timeline, acts }, findings };
  const said = whatStandsOut(report, discloseActs(report), () => undefined).counts[0]?.beside;
  expect(said?.words).toMatch(
    /^ Of these, [^;]*no\. 21[^;]*“im at ur bus stop”; [^;]*no\. 30[^;]*“im outside”; [^;]*no\. 22[^;]*“im by ur gate”\.$/,
  );
});

test("words that can be innocent stand beside the line that says so, of many up to three that no row tells: a threat, then the latest", () => {
  const line = "1 message has words that can show where Maya was. Such words can be innocent.";
  const counted = { pattern: "whereabouts", standing: "count", line } as const;
  expect(standsOut({ ...counted, acts: idOf(7) }).counts[0]?.beside?.words).toContain("Tell Maya that if she goes to the police");
  const many = [...idOf(7), ...idOf(8), ...idOf(9), ...idOf(10)];
  const said = standsOut({ ...counted, acts: many }).counts[0]?.beside;
  expect(said?.words).toMatch(/^ Of these, [^;]*no\. 8[^;]*; [^;]*no\. 11[^;]*; [^;]*no\. 10[^;]*$/);
  const last = { standing: "last act", line: "Last act by Rhys: message, 8 words, in full below.", acts: idOf(10) } as const;
  expect(standsOut(last, { ...counted, acts: many }).counts[0]?.beside?.words).not.toContain("no. 11");
});

test("words that can be a threat and that she laughed at are quoted where the page has room, each row with all of them", () => {
  const given = { pattern: "threats", standing: "count" } as const;
  const alone = {
    ...given,
    line: "12 November 2026: message, 20 words, in full below. ME answered “haha”, 2 minutes later.",
    acts: idOf(7),
  };
  expect(standsOut(alone).counts[0]?.full).toMatchObject({ words: { words: `“${threat}”` }, row: 8 });
  const more = {
    ...given,
    line: "2 more messages with words that can be a threat. ME answered each with laughter.",
    acts: [...idOf(7), ...idOf(8)],
  };
  expect(standsOut(more).counts[0]?.beside?.words).toContain("Of these, ");
  expect(standsOut({ ...more, pattern: "frequency" }, { ...more, pattern: "bursts" }).counts[0]?.beside).toBeNull();
});

test("a stop whose words are not found never quotes an act that came after it and has as many words", () => {
  const line = "12 November 2026, 10:00: message, 20 words, in full below. Then 1 act came.";
  expect(standsOut({ standing: "after a stop", line, acts: idOf(7) }).lines[0]?.full).toBeNull();
});

test("what his words came after stands behind a row that has them, and not where a row above tells them", () => {
  const hers = timeline.acts[2]?.id;
  if (hers === undefined) throw new Error("the sample has no third act");
  const sayAnswered: SayAnswered = ({ act: { id } }) =>
    idOf(7).includes(id) ? { hers, number: 3, says: "after ME’s “Who is this?”" } : undefined;
  const answeredOf = (...findings: readonly Given[]): readonly unknown[] => {
    const { lines, counts } = standsOutAfter(sayAnswered, ...findings);
    return [...lines, ...counts].map(({ answered, answeredBeside }) => [answered?.words, answeredBeside?.words]);
  };
  const last = { standing: "last act", line: "Last act by Rhys: message, 20 words, in full below.", acts: idOf(7) } as const;
  const said = " After ME’s “Who is this?”";
  expect(answeredOf({ ...toHerMother, acts: [...idOf(3), ...idOf(7)] })).toEqual([[said, undefined]]);
  expect(answeredOf({ ...toHerMother, acts: idOf(7) }, last)).toEqual([
    [said, undefined],
    [undefined, undefined],
  ]);
  expect(answeredOf({ ...toHerMother, acts: idOf(9) })).toEqual([[undefined, undefined]]);
  const bail = { standing: "order or bail", line: "Bail condition: 4 to 8 August 2026. While it held 1 act came.", acts: idOf(7) } as const;
  expect(answeredOf(bail)).toEqual([[undefined, `${said} (no. 3).`]]);
});

test("a stop of hers that a row quotes is not said a second time behind the first that came after it", () => {
  const stop = timeline.acts[2];
  if (stop === undefined) throw new Error("the sample has no third act");
  const stops = [{ kind: "told to stop", act: stop.id }] as const;
  const first: Given = { standing: "after a stop", line: `First after the stop: “${threat}” By Rhys.`, acts: idOf(7) };
  const answeredIn = (standing: Finding["standing"]): unknown => {
    if (!model) throw new Error("the sample has no finding");
    const report: Report = { ...sample, timeline, statement: { ...sample.statement, stops }, findings: [{ ...model, ...first, standing }] };
    return whatStandsOut(report, discloseActs(report), () => ({ hers: stop.id, number: 3, says: "after ME’s “Stop.”" })).lines[0]?.answered;
  };
  expect(answeredIn("after a stop")).toBeNull();
  expect(answeredIn("last act")).toMatchObject({ words: " After ME’s “Stop.”" });
});

test("a stop that was said in a call has the exhibit of the call in its margin, beside that of what came after", () => {
  const shown = discloseActs({ ...sample, timeline }).acts.filter(({ exhibits }) => exhibits.length > 0);
  const call = shown[0]?.act;
  const after = shown.find(({ exhibits }) => exhibits[0] !== shown[0]?.exhibits[0])?.act;
  if (!model || !call || !after) throw new Error("the sample has one exhibit alone");
  const marginOf = (line: string): string | undefined => {
    const statement = { ...sample.statement, stops: [{ kind: "told to stop", act: call.id } as const] };
    const findings = [{ ...model, standing: "after a stop" as const, line, acts: [after.id] }];
    const report: Report = { ...sample, timeline, statement, findings };
    return whatStandsOut(report, discloseActs(report), () => undefined).lines[0]?.exhibits;
  };
  const [alone, both] = ["Told to stop: 1 March.", "Told to stop in a call: 1 March."].map(marginOf);
  expect(alone).toMatch(/^\S+$/);
  expect(both).not.toBe(alone);
  expect(both).toMatch(/[,–]/);
});

test("what she and a friend told of somebody stands as told by each, and never as not known whose", () => {
  const hers = { kind: "owner", wrote: "owner", normal: "owner" } as const;
  const tess = { kind: "phone", wrote: "07700 900123", normal: "+447700900123", name: "Tess" } as const;
  if (!model) throw new Error("the sample has no finding");
  const acts = timeline.acts.map((act, i) => {
    if (i === 20) return { ...act, from: hers, to: [tess], text: "Rhys burned my passport" };
    return i === 21 ? { ...act, from: tess, to: [hers], text: "Rhys has a knife" } : act;
  });
  const line = "2 more texts to others have words of violence, a threat, intrusion or fear.";
  const told = { pattern: "threats", standing: "not said whose", line, acts: acts.slice(20, 22).map(({ id }) => id) } as const;
  const report: Report = { ...sample, timeline: { ...timeline, acts }, findings: [{ ...model, ...told }] };
  const said = whatStandsOut(report, discloseActs(report), () => undefined).lines[0]?.beside?.words;
  expect(said).toContain("(no. 21, told by Maya Ellis): “Rhys burned my passport”");
  expect(said).toContain("(no. 22, told by the number 07700 900123 (Tess)): “Rhys has a knife”");
  expect(said).not.toContain("whose");
});
