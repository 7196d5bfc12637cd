import type { ActExample, Jurisdiction, Kind, KindExamples, LegalElement, LegalFact, Slot, ToBeShown } from "@unmask/core";

/** Days on which these facts were looked up. A fact that is looked up again gets its own day. */
const checkedOn = "2026-11-25";
const checkedLater = "2026-11-26";

/** Since when its sections are in force, no source that was read says. */
const act = "Protection from Harassment Act 1997";
const actPage = `${act} (legislation.gov.uk/ukpga/1997/40)`;

const ordersAct = "Stalking Protection Act 2019";
const ordersPage = `${ordersAct} (legislation.gov.uk/ukpga/2019/9)`;

/** Sections 1 to 14 of the Act about orders. What the Crime and Policing Act 2026 changes in it could not be read. */
const orderSections = { inForceFrom: "2020-01-20", inForceSource: "SI 2020/26", textOf: "2023-02-07" } as const;

/** Section 4A: its own text was not opened, a copy that says it was compared with it was. */
const fearSource = "Section, an app of offences for police (sectionapp.co.uk), compared with legislation.gov.uk in July 2026";
const fearTextOf = "2026";

/**
 * England and Wales: the Protection from Harassment Act 1997 and the Stalking Protection Act 2019. Input for people who decide; never legal
 * advice. Null stands where no source that was read says it well enough: how soon an offence must be charged; what it is to break a
 * restraining order, a non-molestation order, a domestic abuse protection order or bail.
 */
export const englandAndWales: Jurisdiction = {
  code: "EW",
  name: "England and Wales",
  examples: [
    example("a", "Following a person."),
    example("b", "Contacting, or attempting to contact, a person “by any means”."),
    example("c", "Publishing material that relates or purports to relate to a person, or purports to come from that person."),
    example("d", "Monitoring a person’s use of the internet, email or any other electronic communication."),
    example("e", "Loitering in any place, public or private."),
    example("f", "Interfering with any property in a person’s possession."),
    example("g", "Watching or spying on a person."),
  ],
  examplesRule: {
    says: "These are examples of acts that can be associated with stalking. The list is not closed.",
    act,
    section: "s2A(3)",
    source: actPage,
    checkedOn: checkedLater,
    verification: "text-seen",
  },
  examplesByKind: [
    kindExamples(["message", "call", "voicemail", "reaction", "request", "follow", "transfer", "gift", "threat"], ["b"], {
      says: "It reaches the person or tries to: calls that nobody answered, follow requests and words in a bank transfer too.",
    }),
    kindExamples(["comment", "mention"], ["b", "c"], { says: "It is published and it reaches the person." }),
    kindExamples(["post"], ["c"], { says: "It is published. Whether it is about the one who reports is for people to say." }),
    kindExamples(["login"], ["d", "f"], { says: "Somebody in an account can read what is in it and change it." }),
    kindExamples(["device"], ["a", "d"], { says: "A device or a tag can tell where somebody is or what somebody reads." }),
    kindExamples(["location"], ["a", "g"], { says: "To know where somebody is can be to follow and to watch." }),
    kindExamples(["view"], ["g"], { says: "Somebody looked or listened in, as by a doorbell, a camera or an assistant." }),
    kindExamples(["check"], ["d", "g"], { says: "A check of a device or an account found what can read or watch." }),
    kindExamples(["visit"], ["e", "g"], { says: "Somebody was at a place of the one who reports." }),
    kindExamples(["following"], ["a"], { says: "The one who reports was followed, by that person’s word." }),
    kindExamples(["damage"], ["f"], { says: "Something of the one who reports was damaged or changed." }),
    kindExamples(["entry"], ["e", "f"], { says: "Somebody was in a place of the one who reports." }),
    kindExamples(["block", "other"], [], { says: "The kind of record says nothing; only a person can tell." }),
  ],
  courseOfConduct: {
    occasions: 2,
    rule: {
      says: "A course of conduct towards one person involves “conduct on at least two occasions”. The Act sets no longest time between occasions.",
      act,
      section: "s7(3)",
      source: actPage,
      checkedOn,
      verification: "text-seen",
    },
    aided: {
      says: "What one person does can count as another’s conduct too, where that other aided, abetted, counselled or procured it.",
      act,
      section: "s7(3A)",
      source: actPage,
      checkedOn,
      verification: "text-seen",
    },
    speech: {
      says: "Conduct includes speech.",
      act,
      section: "s7(4)",
      source: actPage,
      checkedOn,
      verification: "text-seen",
    },
    alsoShown: [
      toBeShown("s1(1), s7(2)", {
        that: "it amounts to harassment",
        says: "The course of conduct must amount to harassment of another, which includes causing that person alarm or distress.",
      }),
      toBeShown("s1(1), s1(2)", {
        that: "the person who did it knows, or ought to know, that it does",
        says: "The person who did it must know, or ought to know, that it does. The test is a reasonable person with the same information.",
      }),
    ],
  },
  offences: [
    {
      id: "s2",
      name: "Harassment",
      elements: [
        harassmentElement("s1(1), s7(2)", {
          says: "A course of conduct that amounts to harassment, which includes causing alarm or distress.",
          slots: ["acts"],
        }),
        harassmentElement("s1(1), s1(2)", {
          says: "The person who did it knew, or a reasonable person with the same information would have known, that it amounts to harassment.",
          slots: ["acts-after-stop"],
        }),
        harassmentElement("s1(3)", {
          says: "It does not apply to conduct to prevent or detect crime, under an enactment, or reasonable in the circumstances.",
          slots: [],
        }),
      ],
      trial: {
        mode: "summary-only",
        says: "It is tried in the magistrates’ court alone (summary only).",
        act,
        section: "s2",
        source: actPage,
        checkedOn: checkedLater,
        verification: "text-seen",
      },
      maximum: {
        says: "Up to 6 months; a fine is possible too.",
        act,
        section: "s2",
        source: actPage,
        checkedOn: checkedLater,
        verification: "text-seen",
      },
      timeLimit: null,
    },
    {
      id: "s2A",
      name: "Stalking",
      elements: [
        stalkingElement("s1(1), s2A", {
          says: "A course of conduct that amounts to harassment, which includes causing alarm or distress (s7(2)).",
          slots: ["acts"],
        }),
        stalkingElement("s2A", {
          says: "The acts or omissions are ones associated with stalking; s2A(3) gives examples, not a closed list.",
          slots: ["acts-by-example"],
        }),
        stalkingElement("s1(1), s1(2), s2A", {
          says: "The person who did it knew, or a reasonable person with the same information would have known, that it amounts to harassment.",
          slots: ["acts-after-stop"],
        }),
        stalkingElement("s1(3)", {
          says: "It does not apply to conduct to prevent or detect crime, under an enactment, or reasonable in the circumstances.",
          slots: [],
        }),
      ],
      trial: {
        mode: "summary-only",
        says: "It is tried in the magistrates’ court alone (summary only).",
        act,
        section: "s2A",
        source: actPage,
        checkedOn: checkedLater,
        verification: "text-seen",
      },
      maximum: {
        says: "Up to 6 months: the text says 51 weeks and is read as six months.",
        act,
        section: "s2A(5)",
        source: actPage,
        checkedOn,
        verification: "text-seen",
      },
      timeLimit: null,
    },
    {
      id: "s4A",
      name: "Stalking involving fear of violence or serious alarm or distress",
      elements: [
        fearElement("s4A", {
          says: "A course of conduct that amounts to stalking: harassment by acts associated with stalking.",
          slots: ["acts-by-example"],
        }),
        fearElement("s4A", {
          says: "Either (i): fear of violence, on at least two occasions.",
          slots: ["days-of-fear"],
        }),
        fearElement("s4A", {
          says: "Or (ii): “serious alarm or distress” with “a substantial adverse effect” on that person’s usual day-to-day activities.",
          slots: ["changes"],
        }),
        fearElement("s4A", {
          says: "The person who did it knew, or ought to have known, that it does so.",
          slots: ["acts-after-stop"],
        }),
        fearElement("s4A(4)", {
          says: "Defences: preventing or detecting crime; under an enactment; reasonable to protect a person or property.",
          slots: [],
        }),
      ],
      trial: {
        mode: "either-way",
        says: "It can be tried in the magistrates’ court or in the Crown Court.",
        act,
        section: "s4A",
        source: fearSource,
        textOf: fearTextOf,
        checkedOn: checkedLater,
        verification: "secondary-source",
      },
      maximum: {
        says: "In the Crown Court up to 10 years, in the magistrates’ court up to 12 months.",
        act,
        section: "s4A",
        textOf: fearTextOf,
        source: `${fearSource}; the ten years also in the explanatory notes to the ${ordersAct}`,
        checkedOn: checkedLater,
        verification: "secondary-source",
      },
      timeLimit: null,
    },
  ],
  orders: [
    {
      id: "stalking-protection-order",
      name: "Stalking protection order",
      applicant: ordersFact("s1(1), s14(1)", "Only a chief officer of police can apply, never the person to be protected."),
      court: ordersFact("s14(1)", "A magistrates’ court; the youth court where the one it is asked against is under 18."),
      criteria: [
        {
          ...ordersFact("s1(1)(a)", "It appears to the chief officer that the defendant has carried out acts associated with stalking."),
          slots: ["acts-by-example"],
        },
        {
          ...ordersFact(
            "s1(1)(b)",
            "It appears to the chief officer that the defendant poses a risk associated with stalking to another person.",
          ),
          slots: ["days-of-fear", "changes", "acts-after-stop"],
        },
        {
          ...ordersFact(
            "s1(1)(c)",
            "There is “reasonable cause to believe” that the order is necessary to protect another person from that risk.",
          ),
          slots: ["last-act"],
        },
      ],
      courtTest: ordersFact("s2(1)", "Of the same three the court must be “satisfied”, and the order must be “necessary”."),
      rules: [
        ordersFact("s1(1)", "The person to be protected need not be the one whom the acts were aimed at."),
        ordersFact("s1(4)(a)", "The risk can be of physical or of psychological harm."),
        ordersFact(
          "s1(4)(b)",
          "It can come from acts known to be unwelcome, even if “in other circumstances, the acts would appear harmless in themselves”.",
        ),
        ordersFact(
          "s1(5), s2(5)",
          "Where and when the acts were done does not matter: in the UK or abroad, before or after the Act began.",
        ),
        ordersFact("s1(6)", "Examples of such acts are those of the Protection from Harassment Act 1997 s2A(3)."),
        ordersFact("s14", "Acts include omissions."),
        ordersFact("s15(1)", "The Act extends to England and Wales only."),
      ],
      timeLimit: ordersFact(
        "s13",
        "It is asked for by complaint. The six months of the Magistrates’ Courts Act 1980 s127 do not apply, so old acts may be relied on.",
      ),
    },
  ],
  breaches: [
    {
      id: "stalking-protection-order",
      of: "a stalking protection order, or an interim one",
      rule: ordersFact("s8", "To break it without reasonable excuse is an offence; in the Crown Court up to 5 years, a fine, or both."),
    },
    {
      id: "injunction",
      of: "an injunction of a civil court against harassment",
      rule: {
        says: "To break it is an offence, with up to 5 years.",
        act,
        section: "s3",
        source: actPage,
        textOf: "2011",
        checkedOn: checkedLater,
        verification: "text-seen",
      },
    },
    { id: "restraining-order", of: "a restraining order", rule: null },
    { id: "non-molestation-order", of: "a non-molestation order", rule: null },
    { id: "domestic-abuse-protection-order", of: "a domestic abuse protection order", rule: null },
    { id: "bail", of: "a condition of bail", rule: null },
  ],
  explanations: [
    explanation("Fixated: it keeps coming back to one person."),
    explanation("Obsessive: it takes up more and more, and goes on when it brings nothing."),
    explanation("Unwanted: it was not asked for, or was asked to stop."),
    explanation("Repeated: it happens again, by the same way or by others."),
  ],
};

function example(code: string, says: string): ActExample {
  return { code, says, act, section: `s2A(3)(${code})`, source: actPage, checkedOn, verification: "text-seen" };
}

function kindExamples(kinds: readonly Kind[], codes: readonly string[], { says }: { says: string }): KindExamples {
  return {
    kinds,
    codes,
    says,
    act,
    section: "s2A(3)",
    source: "our reading of what a kind of record can be; a person decides for each act",
    checkedOn,
    verification: "design",
  };
}

function toBeShown(section: string, { that, says }: { that: string; says: string }): ToBeShown {
  return { that, says, act, section, source: actPage, checkedOn: checkedLater, verification: "text-seen" };
}

/** What an element says, and what is laid beside it. Which slots lie beside which element is our own choice. */
interface SaidElement {
  readonly says: string;
  readonly slots: readonly Slot[];
}

function harassmentElement(section: string, said: SaidElement): LegalElement {
  return { ...said, act, section, source: actPage, checkedOn: checkedLater, verification: "text-seen" };
}

function stalkingElement(section: string, said: SaidElement): LegalElement {
  return { ...said, act, section, source: actPage, checkedOn, verification: "text-seen" };
}

function fearElement(section: string, said: SaidElement): LegalElement {
  return {
    ...said,
    act,
    section,
    source: fearSource,
    textOf: fearTextOf,
    checkedOn: checkedLater,
    verification: "secondary-source",
  };
}

function ordersFact(section: string, says: string): LegalFact {
  return { says, act: ordersAct, section, source: ordersPage, ...orderSections, checkedOn: checkedLater, verification: "text-seen" };
}

/** A frame for explaining, never a score. The words after the colon are ours. */
function explanation(says: string): LegalFact {
  return {
    says,
    section: "FOUR",
    source: "College of Policing, advice for investigators on stalking or harassment (2024), copy at read-me.org",
    checkedOn,
    verification: "secondary-source",
  };
}
