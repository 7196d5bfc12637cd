import { type ReportState, isDangerUnsaid, isUnreadable, nameByPack, noDangerInWords, noDangerOf, reporterOf } from "@unmask/case";
import { sayIsoDay } from "./clock-words.ts";
import { contactFacts } from "./contact-words.ts";
import type { Fact } from "./fact.ts";

/** What the person who reports was asked and said beside the account, as it was said: in a preview, an opened report and a case alike. */

const dangerUnsaid: Fact = {
  label: "Danger",
  strong: "not said",
  says: "whether somebody is in danger now was not asked, or not answered; that is no “no”",
  isMind: true,
  isOpen: true,
};

const dangerUnread: Fact = {
  label: "Danger",
  strong: "could not be read",
  says: "nobody knows whether there is danger: the letter could not be read, and the person may have said that there is",
  isMind: true,
  isOpen: true,
};

/** What was said of danger, how to reach the person, violence that is feared and orders that hold: before anything else of a report, and before any button. */
export function firstFacts(state: ReportState, nameOf: (id: string) => string): readonly Fact[] {
  return [
    ...(isUnreadable(state) ? [dangerUnread] : isDangerUnsaid(state) ? [dangerUnsaid] : []),
    ...noDanger(state),
    ...dangerSaid(state),
    ...contactFacts(state, nameOf),
    ...everyCoverFact(state).filter(({ label }) => foremost.has(label)),
  ];
}

/** That there is none, as it was said, with its minute: it is true of no later one. */
function noDanger(state: ReportState): readonly Fact[] {
  const said = noDangerOf(state);
  return said === undefined ? [] : [{ label: "Danger", strong: "not in danger at this moment", says: noDangerInWords(said) }];
}

/** The same of one that is read as one with another: whose each is stands in its label. */
export function labelled(report: string, facts: readonly Fact[]): readonly Fact[] {
  return facts.map((one) => ({ ...one, label: `${one.label}, ${report}` }));
}

/** The same under its report and its person: of several on one page each line that one rings or goes by says of whom it is. */
export function ofPerson(state: ReportState, facts: readonly Fact[]): readonly Fact[] {
  return labelled(`${state.report}, ${reporterOf(state)}`, facts);
}

/** What stands first of all that are read as one, since each keeps its own: of who is in danger before the others, and of several whose each is. */
export function firstFactsOfAll(reports: readonly ReportState[], nameOf: (id: string) => string): readonly Fact[] {
  return reports
    .toSorted((one, other) => Number(other.danger !== null) - Number(one.danger !== null))
    .flatMap((one) => (reports.length === 1 ? firstFacts(one, nameOf) : ofPerson(one, firstFacts(one, nameOf))));
}

/** Who reports, what is asked for, and all that was answered for a first page. */
export function saidFacts(state: ReportState): readonly Fact[] {
  return [...handedOnSaid(state), ...reporterFacts(state), ...coverFacts(state)];
}

/** By which force it came, as its letter says: whoever writes to the person has it pass there. */
export function handedOnSaid({ handedOn }: ReportState): readonly Fact[] {
  if (handedOn === null) return [];
  const says = `by ${handedOn.name}, where it is ${handedOn.reference}, as the letter says: what is written to the person goes by way of that force, which can read it`;
  return [{ label: "Handed on", says, isMind: true }];
}

/** For whom the report speaks, whether without a name, and what is asked for. */
export function reporterFacts(state: ReportState): readonly Fact[] {
  const { who, wishes, door, fault, place } = state;
  const told = nameByPack(state);
  // Who was typed in without a name, or by a letter that did not open, asked for nothing.
  const asksNoName = who?.anonymous === true && door === "letter" && fault === null;
  return [
    ...(who === null || fault !== null ? [] : [{ label: "Reports", says: reporterWords[who.reporter] }]),
    ...(asksNoName
      ? [{ label: "Name", strong: "asks to stay without a name", says: "use none, also where one is known", isMind: true }]
      : []),
    ...(told === undefined ? [] : [{ label: "Name", strong: told, says: "as the pack tells it; the letter names nobody", isMind: true }]),
    ...(who?.about === "child" ? [{ label: "About", says: "a child", isMind: true }] : []),
    ...(place === null ? [] : [{ label: "Place", says: place }]),
    ...(wishes === null ? [] : [{ label: "Asks", says: wishes }]),
  ];
}

const reporterWords = {
  self: "for themselves",
  another: "for another person",
  witness: "as a witness",
  unsaid: "not said for whom",
} as const;

/** What was answered when the person was asked of danger: also "afraid" and "no", each with its minute. */
function dangerSaid({ covers }: ReportState): readonly Fact[] {
  const says = covers.flatMap(({ danger }) => danger ?? []);
  return says.length === 0 ? [] : [{ label: "Danger, as it was said", says: [...new Set(says)].join("; "), isMind: true }];
}

/** Of a first page: what whoever goes there or rings must not scroll for (cover-words.ts has the labels). */
const foremost: ReadonlySet<string> = new Set(["Feared violence", "Orders and bail"]);

/** What was asked for a first page, as it was said in letters and packs, but for what stands foremost; the same answer of both stands once. */
export function coverFacts(state: ReportState): readonly Fact[] {
  return everyCoverFact(state).filter(({ label }) => !foremost.has(label));
}

function everyCoverFact({ covers }: ReportState): readonly Fact[] {
  const byLabel = new Map<string, Set<string>>();
  for (const { label, says } of covers.flatMap(({ said = [] }) => said)) byLabel.set(label, (byLabel.get(label) ?? new Set()).add(says));
  return [...byLabel].map(([label, says]) => ({ label, says: [...says].join("; ") }));
}

/** What is lost first, as the person said it: the nearest day first, then what has no day, then what is past. `today`: `2026-11-27`. */
export function lostFacts(states: readonly ReportState[], today: string): readonly Fact[] {
  const lost = states.flatMap(({ covers }) => covers).flatMap((cover) => cover.lost ?? []);
  const once = [...new Map(lost.map((one) => [one.says, one])).values()];
  const rank = ({ goes }: { readonly goes?: string }): string => (goes === undefined ? "1" : goes < today ? `2${goes}` : `0${goes}`);
  return once
    .toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1))
    .map(({ says, goes }) =>
      goes === undefined
        ? { label: says, strong: "ask today: the day of loss is not known", isMind: true }
        : {
            label: says,
            strong: goes < today ? `first of it past on ${sayIsoDay(goes)}` : `first of it lost on ${sayIsoDay(goes)}`,
            isMind: true,
          },
    );
}
