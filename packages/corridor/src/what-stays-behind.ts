import {
  type ActId,
  type LeaveOut,
  type LeftOutBecause,
  type LeftOutTime,
  type Persona,
  type Result,
  type Sha256,
  type SourceSpan,
  type Statement,
  type TimelineAct,
  createLeftOut,
  createWhose,
  failed,
  isOf,
  normalName,
  isOnTheWall,
  isTheirs,
  ok,
  parseLeaveOut,
} from "@unmask/core";
import { type Imported, personaOf, placeOf } from "@unmask/importers";
import { type Redacted, wholePerson } from "./names-left-over.ts";

/**
 * What stays behind (docs/formats/pack.md, "Left out"): what each word after `--leave-out` means, and which files and acts that is.
 */

/** What she leaves out, and whose names are covered. */
export interface Rules {
  readonly files: ReadonlySet<string>;
  readonly people: readonly Persona[];
  readonly times: readonly LeftOutTime[];
  readonly acts: ReadonlySet<ActId>;
  readonly redacted?: Redacted;
}

/** What that is of the files at hand. */
export interface Decision {
  /** Files that stay behind as a whole. */
  readonly heldBack: ReadonlySet<Sha256>;
  readonly because: ReadonlyMap<TimelineAct, LeftOutBecause>;
  /** Files that belong to acts that stay behind, and to none that goes. */
  readonly goneWith: ReadonlySet<Sha256>;
  /** Places of acts that are left out of files that go. */
  readonly places: ReadonlySet<string>;
}

/** Files that are named at once in what she is told. */
const mostTold = 10;

/** What each word means: a file that was handed over before a person of that name. */
export function findRules(
  { originals, timeline, terms }: Imported,
  written: readonly string[],
  statement: Statement,
): Result<Rules, string> {
  const files = new Set<string>();
  const people: Persona[] = [];
  const times: LeftOutTime[] = [];
  const acts = new Set<ActId>();
  for (const text of written) {
    const rule = parseLeaveOut(text);
    if (!rule)
      return failed(
        `--leave-out ${text}: write two days that exist, or two minutes, the earlier first, like 2026-03-02..2026-03-09 or 2026-03-02T18:00..2026-03-02T23:30.`,
      );
    const wrong = take(rule);
    if (wrong !== undefined) return failed(`--leave-out ${text}: ${wrong}`);
  }
  return ok({ files, people, times, acts });

  function take(rule: LeaveOut): string | undefined {
    switch (rule.what) {
      case "time":
        times.push(rule.time);
        return [rule.time.from, rule.time.until].every((one: LeftOutTime["from"]) => !("hour" in one) || isOnTheWall(one, statement.zone))
          ? undefined
          : `no clock in ${statement.zone.name} showed one of these minutes, because the clocks went forward over it. Write one that the clock showed, or the day alone.`;
      case "act":
        acts.add(rule.act);
        return timeline.acts.some(({ id, alsoIds = [] }) => id === rule.act || alsoIds.includes(rule.act))
          ? undefined
          : "no act in these files has this id. unmask read gives the ids.";
      case "name": {
        if (originals.some(({ source }) => source.name === rule.name)) {
          files.add(rule.name);
          return undefined;
        }
        const words = [rule.name, normalName(rule.name), ...spelledAlike(rule.name)];
        const person = wholePerson(personaOf(rule.name, words, terms), timeline.acts);
        if (!timeline.acts.some(({ from, to }) => isOf(person, from) || to.some((whom) => isOf(person, whom)))) return takeFiles(rule.name);
        people.push(person);
        return whyNotThisPerson(person);
      }
    }
  }

  /** The names in the files that print as this one does, with wide letters or another hyphen: nobody can tell them apart, and one left in would be her. */
  function spelledAlike(written: string): readonly string[] {
    const form = printedForm(written);
    const shown = new Set(timeline.acts.flatMap(({ from, to }) => [from, ...to].flatMap(({ wrote, name = "" }) => [wrote, name])));
    return [...shown].filter((one) => printedForm(one) === form);
  }

  /** A folder, with every file in it, or the own name of the one file that has it. */
  function takeFiles(written: string): string | undefined {
    const names = [...new Set(originals.map(({ source }) => source.name))];
    const name = written.replace(/^\.\/|\/$/g, "");
    const within = names.filter((one) => one === name || one.startsWith(`${name}/`));
    const called = within.length > 0 ? within : names.filter((one) => one.endsWith(`/${name}`));
    if (within.length > 0 || called.length === 1) {
      for (const one of called) files.add(one);
      return undefined;
    }
    const list = called.length > 1 ? called : names;
    const told = list.slice(0, mostTold).join("; ") + (list.length > mostTold ? `; and ${list.length - mostTold} more` : "");
    return called.length > 1
      ? `${called.length} files have that name. Write the one that you mean: ${told}.`
      : `no file of that name was handed over, and no act in these files is by or to anybody of that name. The files: ${told}.`;
  }

  function whyNotThisPerson(person: Persona): string | undefined {
    const whoseIs = createWhose(statement);
    const involved = timeline.acts.filter(({ from, to }) => isOf(person, from) || to.some((one) => isOf(person, one)));
    const own = involved.some((act) => isOf(person, act.from) && (whoseIs(act) === "hers" || isTheirs(whoseIs(act))));
    return own || [statement.me, statement.them].some(({ normals }) => [...person.normals].some((one) => normals.has(one)))
      ? "the report is about this person. Leave out a file, a time or single acts instead."
      : undefined;
  }
}

/** Finds the files and acts that stay behind. The error says that nothing would be left. */
export function decide({ originals, timeline }: Imported, rules: Rules, { zone }: Statement): Result<Decision, string> {
  const heldBack = new Set(originals.flatMap(({ source, sha256 }) => (rules.files.has(source.name) ? [sha256] : [])));
  const isHeldBack = (span: SourceSpan): boolean => heldBack.has(span.within?.[0]?.sha256 ?? span.sha256);
  const leftOut = createLeftOut({ ...rules, zone });
  const because = new Map<TimelineAct, LeftOutBecause>();
  const places = new Set<string>();
  for (const act of timeline.acts) {
    const why = act.sources.every(isHeldBack) ? "file" : [act, ...(act.records ?? [])].map(leftOut).find((one) => one !== undefined);
    if (why === undefined) continue;
    because.set(act, why);
    for (const span of act.sources) places.add(placeOf(span));
  }
  if (because.size === timeline.acts.length) return failed("nothing would be left to send: every act in these files is left out.");
  // A picture that belongs only to what is left out stays behind with it.
  const read = new Set(timeline.coverage.map(({ source }) => source.sha256));
  const hashesOf = (isGone: boolean): Set<Sha256> =>
    new Set(
      timeline.acts
        .filter((act) => because.has(act) === isGone)
        .flatMap(({ attachments }) => attachments.flatMap(({ sha256 }) => sha256 ?? [])),
    );
  const [gone, going] = [hashesOf(true), hashesOf(false)];
  const goneWith = new Set([...gone].filter((sha256) => !going.has(sha256) && !read.has(sha256)));
  for (const { sha256 } of originals) if (goneWith.has(sha256)) heldBack.add(sha256);
  return ok({ heldBack, because, goneWith, places });
}

/** A name with one sign for each hyphen and dash that Unicode has. */
function printedForm(name: string): string {
  return normalName(name).replace(/\p{Pd}/gu, "-");
}
