import { type JurisdictionCode, type LawRow, markInWords } from "@unmask/core";
import { lawRowsOf } from "./law-rows.ts";

/**
 * What the law says in plain words, for whoever is not a lawyer. Each sentence rests on one row of the list of facts, which says where it stands, where it was
 * read and how well it is supported; a sentence whose row is gone, or may not be told, stops the program. It is told to read, decides nothing and is no advice.
 */

/** What the sentences of a part are about: the four words of the police; what counts as stalking; orders of a court; what the police do. */
export type PlainLawTopic = "four" | "stalking" | "orders" | "police";

/** One sentence. */
export interface PlainLaw {
  readonly says: string;
  /** The Act itself was not read, what was written about it was: it says so. */
  readonly isFromCopies: boolean;
}

/** Where the sentences of a part stand, of one Act or other text. */
export interface PlainLawPlace {
  /** Absent where it is no Act. */
  readonly act?: string;
  /** As its rows name them, each once. */
  readonly sections: readonly string[];
  /** The day or the year of the text that was read, where it was not the newest. */
  readonly textOf?: string;
  /** Civil day on which it was looked up; of several the first. */
  readonly checkedOn: string;
}

/** The sentences of one topic, and where they stand. */
export interface PlainLawPart {
  readonly topic: PlainLawTopic;
  readonly lines: readonly PlainLaw[];
  readonly places: readonly PlainLawPlace[];
}

/** The law of a jurisdiction in plain words, topic by topic. A topic of which nothing was read well enough is not there. */
export function plainLawOf(code: JurisdictionCode): readonly PlainLawPart[] {
  const rows = lawRowsOf().filter(({ jurisdiction }) => jurisdiction === code);
  return said[code].map(({ topic, lines }) => {
    const rested = lines.map(([id, says]) => {
      const row = rowOf(rows, id);
      return { says: says ?? row.says, row };
    });
    return {
      topic,
      lines: rested.map(({ says, row }) => ({ says, isFromCopies: row.verification === "secondary-source" })),
      places: placesOf(rested.map(({ row }) => row)),
    };
  });
}

/** A row that is plain already is told in its own words. */
type Said = readonly { readonly topic: PlainLawTopic; readonly lines: readonly (readonly [row: string, says?: string])[] }[];

const said: Readonly<Record<JurisdictionCode, Said>> = {
  EW: [
    { topic: "four", lines: [["explanations/0"], ["explanations/1"], ["explanations/2"], ["explanations/3"]] },
    {
      topic: "stalking",
      lines: [
        ["courseOfConduct/rule", "Two times can be enough. The law sets no longest time between them."],
        [
          "examplesRule",
          "The law gives examples: following; contact by any means; posts about you, or in your name; watching what you do online; hanging about; touching your things; spying. Other things can count too.",
        ],
        ["courseOfConduct/speech", "What is said counts, as what is done does."],
        ["courseOfConduct/aided", "What they have somebody else do can count as theirs."],
        ["courseOfConduct/alsoShown/0", "It has to go so far that it is harassment: it can be that it alarms you or distresses you."],
        ["courseOfConduct/alsoShown/1", "They have to know that, or it is enough that they ought to know it."],
        ["offences/s4A/elements/1", "It is a graver offence if it made you fear violence at least twice."],
        [
          "offences/s4A/elements/2",
          "It is a graver offence too if it alarmed or distressed you so much that your usual days changed badly.",
        ],
      ],
    },
    {
      topic: "orders",
      lines: [
        [
          "orders/stalking-protection-order/applicant",
          "A stalking protection order is asked for by the police alone. You cannot ask the court for it.",
        ],
        ["order-rules/civil", "Nobody has to be charged or found guilty first."],
        ["order-rules/contents/kinds", "It can forbid things, and it can demand things."],
        ["orders/stalking-protection-order/timeLimit", "Old acts can be looked at too."],
        ["orders/stalking-protection-order/rules/2", "Acts that would look harmless alone can count, if they are known to be unwelcome."],
        ["orders/stalking-protection-order/rules/0", "It can protect somebody other than the one it was aimed at."],
        ["order-rules/contents/everywhere", "It holds in the whole of the United Kingdom, unless it names a place."],
        ["breaches/stalking-protection-order", "To break it without a good reason is an offence."],
        [
          "routes/domestic-abuse-protection-order",
          "After abuse at home there is another order. You can ask the court for that one, and others can too.",
        ],
        ["routes/royal-assent-2026", "A newer Act may have changed some of this. What it says of stalking could not be read."],
      ],
    },
    {
      topic: "police",
      lines: [
        ["clocks/acknowledge", "You are to be told in writing that your report is there, with its number and whom to ask."],
        ["clocks/refer", "If you agree, a support service is to be in touch with you."],
        ["clocks/tell-arrested", "You are to be told if somebody is arrested."],
        ["clocks/tell-not-charged", "You are to be told if nobody is charged, with the reasons."],
        ["practice/code/updates", "How they tell you, and how often, is agreed with you. You can change it."],
        ["routes/extraction-from-devices", "What is on your phone is taken only if you agree, and you are told in writing first."],
      ],
    },
  ],
  SCO: [
    {
      topic: "stalking",
      lines: [
        ["offence-occasions", "Two times can be enough."],
        ["offence", "They meant to cause fear or alarm, or knew or ought to know that it was likely. And somebody did feel fear or alarm."],
        [
          "offence-conduct",
          "The law gives examples, as in England and Wales. Coming into a place and giving or leaving things are among them. Other things can count too.",
        ],
        ["offence-defences", "What was allowed, was to prevent a crime or was reasonable does not count."],
      ],
    },
    {
      topic: "orders",
      lines: [
        ["no-order", "Scotland has no stalking protection order."],
        ["non-harassment-order", "Its courts have non-harassment orders instead: by a civil court, or after somebody was found guilty."],
      ],
    },
    { topic: "police", lines: [["police-form", "Police Scotland has a form for stalking on its site."]] },
  ],
  NI: [
    {
      topic: "stalking",
      lines: [
        ["order-rules/offence-occasions", "Two times can be enough."],
        [
          "order-rules/offence",
          "They meant to cause fear, alarm or great distress, or knew that it could. It counts if you felt it, and also if anybody reasonable would think that it was likely to cause it.",
        ],
        ["order-rules/single-act", "To threaten or abuse somebody is an offence of its own. Once is enough for that."],
      ],
    },
    {
      topic: "orders",
      lines: [
        [
          "order-rules/applicant",
          "A stalking protection order is asked for by the Chief Constable alone. You cannot ask the court for it.",
        ],
        ["order-rules/criteria", "The court looks at what was done, at the danger, and at what is needed to protect somebody."],
        ["order-rules/interim", "There is an order for the time until the court has decided."],
        ["order-rules/breach-reach", "For people who live there, and for British people, to break it is an offence anywhere in the world."],
      ],
    },
    {
      topic: "police",
      lines: [["order-rules/no-questions-in-person", "In court the accused may not question you in person."]],
    },
  ],
};

function rowOf(rows: readonly LawRow[], id: string): LawRow {
  const found = rows.find((row) => row.id === id);
  if (found === undefined || markInWords(found) === undefined) throw new Error(`No row ${id} may be told.`);
  return found;
}

function placesOf(rows: readonly LawRow[]): readonly PlainLawPlace[] {
  const keyOf = ({ act, textOf }: LawRow): string => `${act} ${textOf}`;
  return [...new Set(rows.map(keyOf))].map((key) => {
    const of = rows.filter((row) => keyOf(row) === key);
    const [first] = of;
    if (first === undefined) throw new Error("A place without a row.");
    const { act, textOf } = first;
    return {
      ...(act === undefined ? {} : { act }),
      sections: [...new Set(of.map(({ section }) => section))],
      ...(textOf === undefined ? {} : { textOf }),
      checkedOn: of.map(({ checkedOn }) => checkedOn).toSorted()[0] ?? "",
    };
  });
}
