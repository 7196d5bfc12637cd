import type { LegalElement, Offence, Slot } from "@unmask/core";
import { act, actPage, checkedLater, checkedOn, fearSource, fearTextOf, ordersAct } from "./sources.ts";

/** Section of the offence that has two limbs, either of which is enough. */
export const sectionOfLimbs = "s4A";

/** Offences as their elements. Nothing here decides that one was committed. */
export const offences: readonly Offence[] = [
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
    id: sectionOfLimbs,
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
];

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
