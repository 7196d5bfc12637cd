import type { ReportState } from "@unmask/case";
import { sayBriefly, sayCount } from "@unmask/words";
import { sayMoment } from "./clock-words.ts";
import type { Fact, FactLine } from "./fact.ts";

/**
 * How the person may be reached, said the same wherever somebody reaches for a telephone: in a preview, on a report, in a case, beside an assessment
 * and before an update goes. What they wrote since stands beside it until an officer has read it for that.
 */

/** Characters of what was written since, beside a way to reach them: all of it stands on the report. A page-long one would hide the way. */
const longestBeside = 600;

type Reached = Pick<ReportState, "contact" | "contactSince" | "contactsBefore" | "wroteSince" | "contactRead" | "packs">;

/** What was written since first, then the way, then what is not to be used any more. `name` stands in the labels where more than one report is told. */
export function contactFacts(state: Reached, nameOf: (id: string) => string, name?: string): readonly Fact[] {
  const facts = [...wroteSince(state), safeContact(state, nameOf), ...formerContacts(state, nameOf)];
  return name === undefined ? facts : facts.map((one) => ({ ...one, label: `${one.label}, ${name}` }));
}

function wroteSince({ wroteSince: all, contact }: Reached): readonly Fact[] {
  const [first] = all;
  if (first === undefined) return [];
  const strong =
    contact === null
      ? `${sayMoment(first.happened)}: read it, it may say how they are reached`
      : `${sayMoment(first.happened)}: read it before you use the way below`;
  const lines = all.map(({ happened, says }): FactLine => ({
    ...(all.length > 1 && { label: sayMoment(happened) }),
    says: says === undefined ? "no words; look at what came with it" : `“${sayBriefly(says, longestBeside)}”`,
  }));
  return [{ label: "Wrote since", strong, lines, isMind: true }];
}

/** What can be done about a page that no screen here reads. */
const howToReadPage =
  "ring nowhere and write nowhere but to the mailbox; ask there how the person is reached, or have whoever holds the force’s key open the page with age and tell you, and write under Contacts what it says";

function safeContact(state: Reached, nameOf: (id: string) => string): Fact {
  const { contact, contactSince, packs, contactRead, wroteSince: since } = state;
  const read = contactRead === null ? [] : [readLine(contactRead, nameOf)];
  if (contact === null && contactRead?.outcome === "none-left")
    return { label: "Safe contact", strong: "no way that was said may be used any more", lines: read, isMind: true };
  if (contact === null && packs.some(({ reason }) => reason === "page"))
    return {
      label: "Safe contact",
      strong: "it came as a page sealed alone",
      says: `most likely the contact sheet, which this screen cannot show: ${howToReadPage}`,
      isMind: true,
    };
  if (contact === null) return { label: "Safe contact", says: "no safe way was said; ask before you ring or write", isMind: true };
  const lines = linesOf(contact);
  return {
    label: "Safe contact",
    strong: wayOf(contact),
    ...(since.length > 0 && contactSince !== null && { says: `as it stood on ${sayMoment(contactSince.happened)}, before that` }),
    lines: [...lines, ...givenLine(state, nameOf), ...read],
    isMind: since.length > 0 || lines.some(({ isMind }) => isMind === true),
  };
}

function wayOf({ channel, way, address }: NonNullable<Reached["contact"]>): string {
  return [channel ?? way ?? "way not asked", address].filter((one) => one !== undefined).join(", ");
}

/** What can harm where it is missed, in this order, before everything else of the sheet (sheet-words.ts has the labels). */
const mindFirst: readonly string[] = [
  "Never",
  "Voicemail",
  "Hours",
  "Hearing",
  "Say first",
  "Said first",
  "The person answers, when it is safe",
  "The person answers, when it is not: stop",
  "If somebody else answers",
  "Interpreter",
  "Language",
];
const isMinded: ReadonlySet<string> = new Set(["Never", "Hearing", "The person answers, when it is not: stop", "If somebody else answers"]);

/** The sheet as a list. What was not asked is said where a call could go wrong for want of it. */
function linesOf({ hours, voicemail, codeWord, said = [] }: NonNullable<Reached["contact"]>): readonly FactLine[] {
  const isSaid = (label: string): boolean => said.some((one) => one.label === label);
  const lines: readonly FactLine[] = [
    ...said.map(({ label, says }) => ({ label, says, ...(isMinded.has(label) && says !== "none" && { isMind: true }) })),
    ...(voicemail === undefined
      ? isSaid("Never")
        ? []
        : [{ label: "Voicemail", says: "not asked" }]
      : [{ label: "Voicemail", says: voicemailWords.get(voicemail) ?? `“${voicemail}”`, ...(voicemail !== "yes" && { isMind: true }) }]),
    { label: "Hours", says: hours ?? "not asked" },
    ...(codeWord === undefined
      ? isSaid("Said first")
        ? []
        : [{ label: "Say first", says: "not asked" }]
      : [{ label: "Say first", says: `“${codeWord}”` }]),
  ];
  const rank = ({ label = "" }: FactLine): number => (mindFirst.includes(label) ? mindFirst.indexOf(label) : mindFirst.length);
  return lines.toSorted((one, other) => rank(one) - rank(other));
}

const voicemailWords: ReadonlyMap<string, string> = new Map([
  ["yes", "it is fine"],
  ["no", "none"],
]);

/** By which word this way stands, where it is not the first that was said. */
function givenLine({ contactSince, contactsBefore }: Reached, nameOf: (id: string) => string): readonly FactLine[] {
  if (contactSince === null || contactsBefore.length === 0) return [];
  const by = contactSince.by === "desk" ? "the person, in an answer" : nameOf(contactSince.by);
  return [{ label: "In place of another", says: `since ${sayMoment(contactSince.happened)}, by ${by}` }];
}

function readLine({ outcome, says, happened, by }: NonNullable<Reached["contactRead"]>, nameOf: (id: string) => string): FactLine {
  const found = {
    stands: "read what they wrote: this way holds",
    replaced: "wrote this way down",
    "none-left": "wrote that none is left",
  }[outcome];
  return { label: sayMoment(happened), says: `${nameOf(by)} ${found}${says === undefined ? "" : `: “${says}”`}` };
}

/** Kept with their dates; what is struck is never used. */
function formerContacts({ contactsBefore }: Reached, nameOf: (id: string) => string): readonly Fact[] {
  return contactsBefore.length === 0
    ? []
    : [
        {
          label: "Not any more",
          says: sayCount(contactsBefore.length, "way that was said before", "ways that were said before"),
          lines: contactsBefore.toReversed().map(({ contact, until }) => ({
            label: `until ${sayMoment(until.happened)}`,
            says: `${wayOf(contact)} (${until.by === "desk" ? "the person wrote another" : nameOf(until.by)})`,
            isStruck: true,
          })),
        },
      ];
}
