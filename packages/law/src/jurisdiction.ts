import { type CivilDay, type DeskLaw, type Jurisdiction, type LegalFact, daysFromCivil, parseCivilDay } from "@unmask/core";

/**
 * The promise of the shelf. A jurisdiction is one file of pure data, exporting one `Jurisdiction` (its shape stands in core, because patterns
 * reads it and neighbours never meet).
 *
 * - Every fact says where it stands (`act`, by its full name, and `section`), where it was read (`source`), since when it holds
 *   (`inForceFrom`), on which day a person looked (`checkedOn`) and how well it is supported (`verification`). Where the text that was read is
 *   not the newest, `textOf` says of when it is. What was not found is absent, never guessed: a limit of time or what a breach is, that no
 *   source says well enough, is null, an empty slot that the paper prints as one.
 * - `text-seen`: the statute's own text was read. `secondary-source`: a good copy or comment, named in `source`. `design`: our own decision.
 *   `memory` is a word for drafts: the contract test refuses it.
 * - The words are ours; a quotation is as short as it can be and stands in inverted commas. Examples are examples: `other` is always allowed.
 * - Nothing in a jurisdiction decides that an offence was committed or that an order should be made. Offences are elements and orders are
 *   criteria, for a person to select from; each says what is laid beside it (`slots`), and has no field for "met".
 * - The law of another country is another file with its own elements, never a change of labels: Scotland asks for fear or alarm that was felt,
 *   Northern Ireland counts what a reasonable person would think.
 */

/** A fact with its place in the data, for lists of what to look up again: "offences/s2A/elements/0". */
export interface PlacedFact {
  readonly place: string;
  readonly fact: LegalFact;
}

/** A fact that was looked up longer ago than this many days is due to be looked up again. */
export const mostDaysUnchecked = 365;

/** Every fact of a jurisdiction, in the order of its data. */
export function factsOf(jurisdiction: Jurisdiction): readonly PlacedFact[] {
  const { examples, examplesRule, examplesByKind, examplesByEntryKind, courseOfConduct, offences, orders, breaches, explanations } =
    jurisdiction;
  return [
    ...examples.map((fact) => ({ place: `examples/${fact.code}`, fact })),
    ...ifKnown("examplesRule", examplesRule),
    ...examplesByKind.map((fact) => ({ place: `examplesByKind/${fact.kinds.join("+")}`, fact })),
    ...examplesByEntryKind.map((fact) => ({ place: `examplesByEntryKind/${fact.entryKinds.join("+")}`, fact })),
    ...(courseOfConduct === null
      ? []
      : [
          { place: "courseOfConduct/rule", fact: courseOfConduct.rule },
          { place: "courseOfConduct/aided", fact: courseOfConduct.aided },
          { place: "courseOfConduct/speech", fact: courseOfConduct.speech },
          ...numbered("courseOfConduct/alsoShown", courseOfConduct.alsoShown),
        ]),
    ...offences.flatMap(({ id, elements, trial, maximum, timeLimit }) => [
      ...numbered(`offences/${id}/elements`, elements),
      { place: `offences/${id}/trial`, fact: trial },
      { place: `offences/${id}/maximum`, fact: maximum },
      ...ifKnown(`offences/${id}/timeLimit`, timeLimit),
    ]),
    ...orders.flatMap(({ id, applicant, court, criteria, courtTest, rules, timeLimit }) => [
      { place: `orders/${id}/applicant`, fact: applicant },
      { place: `orders/${id}/court`, fact: court },
      ...numbered(`orders/${id}/criteria`, criteria),
      { place: `orders/${id}/courtTest`, fact: courtTest },
      ...numbered(`orders/${id}/rules`, rules),
      ...ifKnown(`orders/${id}/timeLimit`, timeLimit),
    ]),
    ...breaches.flatMap(({ id, rule }) => ifKnown(`breaches/${id}`, rule)),
    ...numbered("explanations", explanations),
  ];
}

function numbered(place: string, facts: readonly LegalFact[]): readonly PlacedFact[] {
  return facts.map((fact, i) => ({ place: `${place}/${i}`, fact }));
}

/** An empty slot holds no fact to look up again; it is known by being null. */
function ifKnown(place: string, fact: LegalFact | null): readonly PlacedFact[] {
  return fact === null ? [] : [{ place, fact }];
}

/** Every fact of what a desk goes by, in the order of its data. */
export function deskFactsOf({ clocks, recording, order }: DeskLaw): readonly PlacedFact[] {
  const rules = [...clocks, ...recording].map((fact) => ({ place: `${"duty" in fact ? "clocks" : "recording"}/${fact.id}`, fact }));
  return [...rules, ...(order === null ? [] : [{ place: "order", fact: order }])];
}

/** The facts that nobody has looked up for more than a year on the given day. */
export function factsToCheck(facts: readonly PlacedFact[], today: CivilDay): readonly PlacedFact[] {
  const todayNumber = daysFromCivil(today);
  return facts.filter(({ fact }) => {
    const checked = parseCivilDay(fact.checkedOn);
    return checked === undefined || todayNumber - daysFromCivil(checked) > mostDaysUnchecked;
  });
}
