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
  daysFromCivil,
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
  const sure = new Set([...sorted.theirs, ...sorted.far, ...sorted.undated].map(({ act }) => act.id));
  const perhaps = new Set(sorted.perhaps.map(({ id }) => id));
  const theirs = timeline.acts.filter(({ id }) => sure.has(id) || perhaps.has(id));
  const stops = placeStops(timeline, statement).filter(({ kind }) => kind === "told to stop");
  const [first] = stops;
  const yes = cover?.feared === undefined ? null : listOf(cover.feared).filter(({ answer }) => answer === "yes");
  const told = yes && yes.flatMap(fearOf);
  const fears = withEntries(told, theirs, zone);
  return {
    acts: theirs.map((act) => ({
      id: act.id,
      ...daysOf(act, zone),
      ...(sure.has(act.id) ? {} : { perhaps: true }),
    })),
    codesByAct: codesOf(findings),
    afterStop: first
      ? theirs.filter(({ id, when, flags }) => !isOnNoDay(flags) && isAfterStop({ ...when, id }, first)).map(({ id }) => id)
      : null,
    fears,
    ...(yes && told && told.length < yes.length ? { fearsNotShown: yes.length - told.length } : {}),
    changes: changesOf(cover, theirs, zone),
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

/** The days of the cover, and behind them those on which she feared violence by an entry of her journal: no day twice. Null where neither asked. */
function withEntries(told: SaidAndDone["fears"], theirs: readonly TimelineAct[], zone: Zone): SaidAndDone["fears"] {
  const asked = theirs.filter(({ entry }) => entry?.fearedViolence !== undefined);
  if (asked.length === 0) return told;
  const days = new Set(told?.map(({ day }) => daysFromCivil(day)));
  const more = asked.flatMap((act) => {
    const { firstDay, lastDay } = daysOf(act, zone);
    if (act.entry?.fearedViolence !== "yes" || firstDay !== lastDay || days.size === days.add(firstDay).size) return [];
    return [{ day: civilFromDays(firstDay) }];
  });
  return [...(told ?? []), ...more];
}

/** What she told on the cover of what changed, and behind it what entries of her journal tell of it, with their day where it is one. */
function changesOf(cover: Report["cover"], theirs: readonly TimelineAct[], zone: Zone): SaidAndDone["changes"] {
  const told = cover?.changed === undefined ? null : listOf(cover.changed).map(({ says, since }) => ({ says, ...(isWhole(since) ? { since } : {}) })); // prettier-ignore
  const more = theirs.flatMap((act) => {
    if (act.entry?.changed === undefined) return [];
    const { firstDay, lastDay } = daysOf(act, zone);
    return [{ says: act.entry.changed, ...(firstDay === lastDay ? { since: civilFromDays(firstDay) } : {}) }];
  });
  return more.length === 0 ? told : [...(told ?? []), ...more];
}

/** The examples in law that each act can be, of all findings together. */
function codesOf(findings: readonly Finding[]): Readonly<Record<string, readonly string[]>> {
  const codes: Record<string, readonly string[]> = {};
  for (const { codesByAct = {} } of findings)
    for (const [id, list] of Object.entries(codesByAct)) codes[id] = [...new Set([...(codes[id] ?? []), ...list])];
  return codes;
}

/** Whether a date is far off, which is the date of nothing, or not known. */
function isOnNoDay(flags: TimelineAct["flags"]): boolean {
  return flags.includes("far-date") || flags.includes("time-not-known");
}

/** The days that its time can mean; none where it is on no day. */
function daysOf({ when, flags }: TimelineAct, zone: Zone): Pick<ActOnDays, "firstDay" | "lastDay"> {
  if (isOnNoDay(flags)) return onNoDay;
  const { earliest, latest } = spanOf(when);
  return { firstDay: dayIn(zone, earliest), lastDay: dayIn(zone, latest) };
}

function listOf<T>(answer: readonly T[] | "none" | "not known"): readonly T[] {
  return typeof answer === "string" ? [] : answer;
}

function isWhole(day: RoughDay | "not known" | undefined): day is CivilDay {
  return typeof day === "object" && day.month !== undefined && day.day !== undefined;
}
