import { type ListedAct, type ProposedDay, openedBy } from "@unmask/case";
import { sayCount } from "@unmask/words";
import type { OrderSpec } from "../../parts/order-forms.tsx";
import type { WrittenValues } from "../../parts/written-fields.ts";
import { type AskedState, type Opening, openingAsks } from "./opening-asks.ts";
import { actsUnder, sayAct } from "./proposed-words.ts";

/** What an officer writes of acts that lie in the time of an order: a possible breach, with what the rule says filled in, or that they are not under it. */

/** Acts that can be chosen one by one: a longer choice is read by nobody. */
const mostChosen = 12;
/** Letters of the forms of one day, behind C: none of them is another form's of a breach. */
const letters = ["p", "q", "v", "x", "y", "z"] as const;
const named = ({ report, act }: ListedAct): { readonly report: string; readonly act: string } => ({ report, act });

/** A possible breach of each condition under which acts of a day can lie; of what no rule fits, of one that was read. */
export function openProposedSpecs(day: ProposedDay, state: AskedState): readonly OrderSpec[] {
  return day.under.slice(0, letters.length).flatMap(({ condition }, place): readonly OrderSpec[] => {
    const acts = actsUnder(day, condition);
    const [first] = acts;
    const letter = letters[place];
    if (first === undefined || letter === undefined) return [];
    const opened = openedOf(day, first, condition);
    // Words tell of a day that is not always that of the telling.
    const isTold = acts.every(({ isWordsAlone }) => isWordsAlone === true);
    return [
      {
        name: `open ${day.which} ${day.day} ${condition ?? "read"}`,
        path: "breach-opened",
        letter,
        button:
          condition === null ? "Open what has to be read as a possible breach" : `Open as a possible breach of condition ${condition}`,
        verb: "Open it",
        fields: [
          ...(condition === null
            ? [{ key: "of", asks: "Of which condition, as you read it", as: "choice" as const, options: readOptions(day, acts) }]
            : []),
          { key: "acts", asks: "Which acts", as: "choice", options: actOptions(acts) },
          ...(isTold
            ? [
                { key: "day", asks: "On which day it was done, as far as it is told", as: "day" as const },
                { key: "at", asks: "At which hour it was done, as far as it is told", as: "minute" as const, isOptional: true },
              ]
            : []),
          { key: "says", asks: "What happened, and how it can lie under the condition", as: "words" },
          { key: "couldChange", asks: "What could change it", as: "words", isOptional: true },
        ],
        asksFirst: (values) => openingAsks(openingOf(day, { acts, condition, isTold }, values), state),
        standing: { acts: "all", says: condition === null ? "" : (opened?.says ?? ""), couldChange: opened?.couldChange ?? "" },
        changes: `it is listed as possible, with the rule that proposed it. That it was ${state.subject.name} you say by opening it; nothing else is decided. Evidence, service and an excuse are asked next.`,
        sends: ({ of, acts: chosen, day: done, ...answers }) => {
          const which = chosen === "all" ? acts : acts.filter(({ act }) => act === chosen);
          const [lead = first, ...rest] = which;
          const by = openedOf(day, lead, condition);
          return {
            ...answers,
            order: day.which,
            of: { condition: condition ?? Number(of) },
            act: named(lead),
            ...(rest.length > 0 && { also: rest.map(named) }),
            day: isTold ? done : (by?.day ?? day.day),
            ...(rest.length === 0 && by?.at !== undefined && { at: by.at }),
            ...(by?.proposedBy !== undefined && { proposedBy: by.proposedBy }),
          };
        },
      },
    ];
  });
}

/** What is about to be opened, by what was answered: of one act with its hour, of what is told with the day and the hour that are told. */
function openingOf(
  day: ProposedDay,
  { acts, condition, isTold }: { readonly acts: readonly ListedAct[]; readonly condition: number | null; readonly isTold: boolean },
  { of = "", acts: chosen = "", day: done = "", at = "" }: WrittenValues,
): Opening {
  const which = chosen === "all" ? acts : acts.filter(({ act }) => act === chosen);
  const [lead] = which;
  const by = lead === undefined ? undefined : openedOf(day, lead, condition);
  const hour = isTold ? at : which.length === 1 ? (by?.at ?? "") : "";
  return { order: day.which, condition: condition ?? Number(of), day: isTold ? done : (by?.day ?? day.day), at: hour };
}

/** What the rule writes down of one act; of one that has to be read there is no rule. */
function openedOf(day: ProposedDay, act: ListedAct, condition: number | null): ReturnType<typeof openedBy> | undefined {
  const reading = day.readings[act.reading];
  const read = condition === null ? reading?.toRead[0] : reading?.fits.find((one) => one.condition === condition);
  if (reading === undefined || read === undefined) return undefined;
  const proposed = { order: "", which: day.which, report: act.report, act: act.act, ...reading };
  const { rule, ...unruled } = read;
  return openedBy("b-0", { ...act, reached: [], named: [] }, proposed, condition === null || rule === undefined ? unruled : read);
}

function readOptions({ readings }: ProposedDay, acts: readonly ListedAct[]) {
  const conditions = new Set(acts.flatMap(({ reading }) => readings[reading]?.toRead.map(({ condition }) => condition) ?? []));
  return [...conditions].toSorted((one, other) => one - other).map((one) => ({ value: String(one), says: `condition ${one}` }));
}

function actOptions(acts: readonly ListedAct[]) {
  const all = acts.length === 1 ? "the one act" : `all ${sayCount(acts.length, "act")} that are listed, looked into as one`;
  const one =
    acts.length === 1 ? [] : acts.slice(0, mostChosen).map((act) => ({ value: act.act, says: `only: ${sayAct(act)}, ${act.report}` }));
  return [{ value: "all", says: all }, ...one];
}

/** That acts of a day are not under a condition, or under none of the order. */
export function setAsideSpec(day: ProposedDay): OrderSpec {
  const conditions = day.under.flatMap(({ condition }) => condition ?? []);
  return {
    name: `aside ${day.which} ${day.day}`,
    path: "acts-set-aside",
    letter: "n",
    button: "Not this order",
    verb: "Set them aside",
    fields: [
      {
        key: "of",
        asks: "Under what they are not",
        as: "choice",
        options: [
          { value: "all", says: "under no condition of this order" },
          ...conditions.map((one) => ({ value: String(one), says: `not under condition ${one}; what else fits stays` })),
        ],
      },
      { key: "acts", asks: "Which acts", as: "choice", options: actOptions(day.acts) },
      { key: "words", asks: "Why not, in your words", as: "words" },
    ],
    standing: { of: "all", acts: "all" },
    changes: "they are not proposed again. The reason stands with the order, and can be withdrawn.",
    sends: ({ of, acts: chosen, ...answers }) => {
      const under = of === "all" ? day.acts : actsUnder(day, Number(of));
      return {
        ...answers,
        order: day.which,
        ...(of !== "all" && { condition: Number(of) }),
        acts: (chosen === "all" ? under : under.filter(({ act }) => act === chosen)).map(named),
      };
    },
  };
}
