import {
  type ActId,
  type CivilDay,
  type Feared,
  type Finding,
  type LawWithActs,
  type Report,
  type RoughDay,
  type TimelineAct,
  type Zone,
  civilFromDays,
  dayIn,
  isAfterStop,
  placeStops,
  spanOf,
} from "@unmask/core";
import { type ActOnDays, type SaidAndDone, layActsBeside, onNoDay } from "@unmask/law";
import { reportAsShown } from "@unmask/pack";
import { actsByWhose } from "@unmask/patterns";

/** What the report shows laid beside the law of its jurisdiction, for a person to read. Of an act that is left out nothing lies there, nor what she said of it. */
export function layLaw(report: Report): LawWithActs {
  return layActsBeside(report.statement.jurisdiction, saidAndDone(reportAsShown(report)));
}

/**
 * The acts that are theirs, sorted as the findings sort them, and those that are perhaps theirs: no act that she calls agreed or "not this one", and
 * of two records of one message one. What came after a stop; the days and changes that she told.
 */
function saidAndDone({ statement, timeline, findings, cover }: Report): SaidAndDone {
  const { zone } = statement;
  const sorted = actsByWhose(timeline, statement);
  const sure = new Set([...sorted.theirs, ...sorted.far].map(({ act }) => act.id));
  const perhaps = new Set(sorted.perhaps.map(({ id }) => id));
  const theirs = timeline.acts.filter(({ id }) => sure.has(id) || perhaps.has(id));
  const stops = placeStops(timeline, statement).filter(({ kind }) => kind === "told to stop");
  const [first] = stops;
  const yes = cover?.feared === undefined ? null : listOf(cover.feared).filter(({ answer }) => answer === "yes");
  const fears = yes && yes.flatMap(fearOf);
  return {
    acts: theirs.map((act) => ({
      id: act.id,
      ...daysOf(act, zone),
      ...(sure.has(act.id) ? {} : { perhaps: true }),
    })),
    codesByAct: codesOf(findings),
    afterStop: first
      ? theirs.filter(({ id, when, flags }) => !flags.includes("far-date") && isAfterStop({ ...when, id }, first)).map(({ id }) => id)
      : null,
    fears,
    ...(yes && fears && fears.length < yes.length ? { fearsNotShown: yes.length - fears.length } : {}),
    changes:
      cover?.changed === undefined
        ? null
        : listOf(cover.changed).map(({ says, since }) => ({ says, ...(isWhole(since) ? { since } : {}) })),
  };

  function fearOf(feared: Feared): readonly { readonly day: CivilDay; readonly says?: string }[] {
    const day = "day" in feared ? feared.day : dayOfAct(feared.act);
    return day ? [{ day, ...(feared.says === undefined ? {} : { says: feared.says }) }] : [];
  }

  function dayOfAct(id: ActId): CivilDay | undefined {
    const act = timeline.acts.find((one) => one.id === id);
    return act && civilFromDays(dayIn(zone, act.when.earliest));
  }
}

/** The examples in law that each act can be, of all findings together. */
function codesOf(findings: readonly Finding[]): Readonly<Record<string, readonly string[]>> {
  const codes: Record<string, readonly string[]> = {};
  for (const { codesByAct = {} } of findings)
    for (const [id, list] of Object.entries(codesByAct)) codes[id] = [...new Set([...(codes[id] ?? []), ...list])];
  return codes;
}

/** The days that its time can mean; none where the date is far off, which is the date of nothing. */
function daysOf({ when, flags }: TimelineAct, zone: Zone): Pick<ActOnDays, "firstDay" | "lastDay"> {
  if (flags.includes("far-date")) return onNoDay;
  const { earliest, latest } = spanOf(when);
  return { firstDay: dayIn(zone, earliest), lastDay: dayIn(zone, latest) };
}

function listOf<T>(answer: readonly T[] | "none" | "not known"): readonly T[] {
  return typeof answer === "string" ? [] : answer;
}

function isWhole(day: RoughDay | "not known" | undefined): day is CivilDay {
  return typeof day === "object" && day.month !== undefined && day.day !== undefined;
}
