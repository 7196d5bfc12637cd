import type { ActExample, EntryKind, EntryKindExamples, Jurisdiction, Kind, KindExamples, LegalFact, ToBeShown } from "@unmask/core";
import { offences } from "./offences.ts";
import { orders } from "./orders.ts";
import { act, actPage, checkedLater, checkedOn, ordersFact } from "./sources.ts";

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
  examplesByEntryKind: [
    entryKindExamples(["contacted", "threatened", "sent-things", "through-others"], ["b"], {
      says: "It reaches the person or tries to, by whatever means, by other people too.",
    }),
    entryKindExamples(["published"], ["c"], { says: "It is published. Whether it is about the one who reports is for people to say." }),
    entryKindExamples(["pretended"], ["c"], { says: "What is put out in somebody’s name purports to come from that person." }),
    entryKindExamples(["followed"], ["a"], { says: "The one who reports was followed, by that person’s word." }),
    entryKindExamples(["watched-online"], ["d"], { says: "What somebody does online was watched, by that person’s word." }),
    entryKindExamples(["waited-near"], ["e", "g"], { says: "Somebody was at a place of the one who reports." }),
    entryKindExamples(["interfered", "damaged"], ["f"], { says: "Something of the one who reports was damaged or changed." }),
    entryKindExamples(["watched"], ["g"], { says: "The one who reports was watched, by that person’s word." }),
    entryKindExamples(["came-in"], ["e", "f"], { says: "Somebody was in a place of the one who reports." }),
    entryKindExamples(["other"], [], { says: "The word says nothing; only a person can tell." }),
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
  offences,
  orders,
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
  return { kinds, codes, ...ourReading(says, "a kind of record") };
}

function entryKindExamples(entryKinds: readonly EntryKind[], codes: readonly string[], { says }: { says: string }): EntryKindExamples {
  return { entryKinds, codes, ...ourReading(says, "what somebody says happened") };
}

function ourReading(says: string, of: string): LegalFact {
  const source = `our reading of what ${of} can be; a person decides for each act`;
  return { says, act, section: "s2A(3)", source, checkedOn, verification: "design" };
}

function toBeShown(section: string, { that, says }: { that: string; says: string }): ToBeShown {
  return { that, says, act, section, source: actPage, checkedOn: checkedLater, verification: "text-seen" };
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
