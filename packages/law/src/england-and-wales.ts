import type { ActExample, Jurisdiction, Kind, KindExamples, LegalFact } from "@unmask/core";

/** Day on which these facts were looked up. A fact that is looked up again gets its own day. */
const checkedOn = "2026-11-25";

const act = "Protection from Harassment Act 1997";
const actPage = `${act} (legislation.gov.uk/ukpga/1997/40)`;

/** Sections 1 and 7. */
const originalSections = {
  inForceFrom: "1997-06-16",
  inForceSource: "Crown Prosecution Service legal guidance on stalking and harassment, copy",
} as const;

/** Sections 2A and 4A, inserted by the Protection of Freedoms Act 2012 s111. */
const stalkingSections = { inForceFrom: "2012-11-25", inForceSource: "Home Office circular 018/2012" } as const;

/** England and Wales: the Protection from Harassment Act 1997. Input for people who decide; never legal advice. */
export const englandAndWales: Jurisdiction = {
  code: "EW",
  name: "England and Wales",
  examples: [
    example("a", "Following a person."),
    example("b", "Contacting, or attempting to contact, a person “by any means”."),
    example("c", "Publishing material that relates or purports to relate to a person, or purports to come from them."),
    example("d", "Monitoring a person’s use of the internet, email or any other electronic communication."),
    example("e", "Loitering in any place, public or private."),
    example("f", "Interfering with any property in a person’s possession."),
    example("g", "Watching or spying on a person."),
  ],
  examplesByKind: [
    kindExamples(["message", "call", "voicemail", "reaction", "request", "follow", "transfer", "gift", "threat"], ["b"], {
      says: "It reaches her or tries to: calls that nobody answered, follow requests and words in a bank transfer too.",
    }),
    kindExamples(["comment", "mention"], ["b", "c"], { says: "It is published and it reaches her." }),
    kindExamples(["post"], ["c"], { says: "It is published. Whether it is about her is for a person to say." }),
    kindExamples(["login"], ["d", "f"], { says: "Somebody in an account can read what is in it and change it." }),
    kindExamples(["device"], ["a", "d"], { says: "A device or a tag can tell where she is or what she reads." }),
    kindExamples(["location"], ["a", "g"], { says: "To know where she is can be to follow and to watch her." }),
    kindExamples(["view", "check"], ["d", "g"], { says: "A camera, a microphone or an account was looked through." }),
    kindExamples(["visit"], ["e", "g"], { says: "Somebody was at a place of hers." }),
    kindExamples(["following"], ["a"], { says: "She says that she was followed." }),
    kindExamples(["damage"], ["f"], { says: "Something of hers was damaged or changed." }),
    kindExamples(["entry"], ["e", "f"], { says: "Somebody was in a place of hers." }),
    kindExamples(["block", "other"], [], { says: "The kind of record says nothing; only a person can tell." }),
  ],
  courseOfConduct: {
    occasions: 2,
    rule: {
      says: "A course of conduct towards one person involves “conduct on at least two occasions”. The Act sets no longest time between them.",
      section: "s7(3)",
      source: actPage,
      ...originalSections,
      checkedOn,
      verification: "text-seen",
    },
    // The day on which (3A) came into force was not found in a source that could be opened; it is left out.
    aided: {
      says: "What somebody else does counts as their conduct too, if they aided, abetted, counselled or procured it.",
      section: "s7(3A)",
      source: actPage,
      checkedOn,
      verification: "text-seen",
    },
    speech: {
      says: "Conduct includes speech.",
      section: "s7(4)",
      source: actPage,
      ...originalSections,
      checkedOn,
      verification: "text-seen",
    },
  },
  offences: [
    {
      id: "s2A",
      name: "Stalking",
      elements: [
        element("s1(1), s2A(1)(a)", "A course of conduct that amounts to harassment, which includes causing alarm or distress (s7(2))."),
        element("s2A(1)(b), (2)(b)", "The acts or omissions are ones associated with stalking; s2A(3) gives examples, not a closed list."),
        element(
          "s1(2), s2A(2)(c)",
          "They knew, or a reasonable person with the same information would have known, that it amounts to harassment.",
        ),
        element(
          "s1(3)",
          "It does not apply to conduct to prevent or detect crime, under an enactment, or reasonable in the circumstances.",
        ),
      ],
      maximum: {
        says: "Tried in the magistrates’ court: 6 months, a fine, or both. The text says 51 weeks and is read as six months (s2A(5)).",
        section: "s2A(4), (5)",
        source: actPage,
        ...stalkingSections,
        checkedOn,
        verification: "text-seen",
      },
    },
    {
      id: "s4A",
      name: "Stalking involving fear of violence or serious alarm or distress",
      elements: [
        element("s4A(1)(a)", "A course of conduct that amounts to stalking."),
        element(
          "s4A(1)(b)(i)",
          "Either: it causes the other to fear, “on at least two occasions”, that violence will be used against them.",
        ),
        element(
          "s4A(1)(b)(ii)",
          "Or: it causes serious alarm or distress with “a substantial adverse effect” on their usual day-to-day activities.",
        ),
        element(
          "s4A(1)–(3)",
          "They knew, or a reasonable person with the same information would have known, that it will have that effect.",
        ),
        element("s4A(4)", "Defences: preventing or detecting crime; under an enactment; reasonable to protect a person or property."),
      ],
      maximum: {
        says: "In the Crown Court: 10 years, a fine, or both. In the magistrates’ court: its general limit, a fine, or both.",
        section: "s4A(5)",
        source: `${actPage}; ten years by the Policing and Crime Act 2017 s175, for offences from that day`,
        inForceFrom: "2017-04-03",
        inForceSource: "SI 2017/399",
        checkedOn,
        verification: "text-seen",
      },
    },
  ],
  explanations: [
    explanation("Fixated: it keeps coming back to one person."),
    explanation("Obsessive: it takes up more and more, and goes on when it brings nothing."),
    explanation("Unwanted: it was not asked for, or was asked to stop."),
    explanation("Repeated: it happens again, by the same way or by others."),
  ],
};

function example(code: string, says: string): ActExample {
  return { code, says, section: `s2A(3)(${code})`, source: actPage, ...stalkingSections, checkedOn, verification: "text-seen" };
}

function kindExamples(kinds: readonly Kind[], codes: readonly string[], { says }: { says: string }): KindExamples {
  return {
    kinds,
    codes,
    says,
    section: "s2A(3)",
    source: "our reading of what a kind of record can be; a person decides for each act",
    ...stalkingSections,
    checkedOn,
    verification: "design",
  };
}

function element(section: string, says: string): LegalFact {
  return { says, section, source: actPage, ...stalkingSections, checkedOn, verification: "text-seen" };
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
