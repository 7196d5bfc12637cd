import { type CivilDay, type Jurisdiction, type LegalFact, daysFromCivil, parseCivilDay } from "@unmask/core";

/**
 * The promise of the shelf. A jurisdiction is one file of pure data, exporting one `Jurisdiction` (its shape stands in core, because patterns
 * reads it and neighbours never meet).
 *
 * - Every fact says where it stands (`section`), where it was read (`source`), since when it holds (`inForceFrom`), on which day a person
 *   looked (`checkedOn`) and how well it is supported (`verification`). What was not found is absent, never guessed.
 * - `text-seen`: the statute's own text was read. `secondary-source`: a good copy or comment, named in `source`. `design`: our own decision.
 *   `memory` is a word for drafts: the contract test refuses it.
 * - The words are ours; a quotation is as short as it can be and stands in inverted commas. Examples are examples: `other` is always allowed.
 * - Nothing in a jurisdiction decides that an offence was committed. Offences are elements for a person to select from.
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
  const { examples, examplesByKind, courseOfConduct, offences, explanations } = jurisdiction;
  return [
    ...examples.map((fact) => ({ place: `examples/${fact.code}`, fact })),
    ...examplesByKind.map((fact) => ({ place: `examplesByKind/${fact.kinds.join("+")}`, fact })),
    { place: "courseOfConduct/rule", fact: courseOfConduct.rule },
    { place: "courseOfConduct/aided", fact: courseOfConduct.aided },
    { place: "courseOfConduct/speech", fact: courseOfConduct.speech },
    ...offences.flatMap(({ id, elements, maximum }) => [
      ...elements.map((fact, i) => ({ place: `offences/${id}/elements/${i}`, fact })),
      { place: `offences/${id}/maximum`, fact: maximum },
    ]),
    ...explanations.map((fact, i) => ({ place: `explanations/${i}`, fact })),
  ];
}

/** The facts that nobody has looked up for more than a year on the given day. */
export function factsToCheck(jurisdiction: Jurisdiction, today: CivilDay): readonly PlacedFact[] {
  const todayNumber = daysFromCivil(today);
  return factsOf(jurisdiction).filter(({ fact }) => {
    const checked = parseCivilDay(fact.checkedOn);
    return checked === undefined || todayNumber - daysFromCivil(checked) > mostDaysUnchecked;
  });
}
