import type { JurisdictionCode } from "@unmask/core";

/** Something that no source that was read says, and that a force's solicitor has to confirm before it is relied on. */
export interface OpenQuestion {
  /** "interim-duty-unmet". Of one jurisdiction each once. */
  readonly id: string;
  readonly jurisdiction: JurisdictionCode;
  readonly question: string;
  /** What is done until somebody answers: the careful way, never a guess at the answer. */
  readonly default: string;
  /** How it is answered: by words that a person reads, or by a value by which something is worked out. */
  readonly answeredBy: "words" | "days" | "look-ahead" | "reading-times" | "route";
}

const questions: readonly OpenQuestion[] = [
  ew(
    "cpa2026_spo",
    "Crime and Policing Act 2026, the sections on stalking: their numbers, their wording, and since when each is in force (SI 2026/689)?",
    "an order of a court’s own motion on conviction or acquittal is off",
    "route",
  ),
  ew("right-to-know", "Which guidance on telling a person who it was is in force?", "a decision to tell is taken and recorded by a person"),
  ew(
    "interim-duty-unmet",
    "What becomes of the duty under an interim order that was not met when the full order replaces it?",
    "it stays open for an officer’s decision",
  ),
  ew(
    "interim-never-served",
    "Does a full order replace an interim one that was made and never served, so that no first notice is due?",
    "an officer decides; the period that would run is shown",
  ),
  ew(
    "least-period-of-condition",
    "May a condition’s own fixed period, or a renewal’s, be shorter than 2 years (s3(2), s3(3))?",
    "it is warned of and not refused",
  ),
  ew(
    "days-of-the-code",
    "Are the 2 days of the Victims’ Code for referral and the 5 days after a charge or a decision of no further action working days?",
    "working days are counted; the force can say otherwise",
  ),
  ew(
    "days-of-charge-and-out-of-court",
    "Within how many days is somebody with enhanced rights told of a charge, and of a disposal out of court, by the Victims’ Code?",
    "the shorter time is counted, 1 working day, as for the other decisions; the force can say otherwise",
  ),
  ew(
    "force-settings",
    "After how many days is an order to be considered, how long before its end is it looked at again, and how soon is the person told of an order or a breach?",
    "each is a setting of the force; no national figure was found",
  ),
  ew(
    "consider-order",
    "Within how many days of a report does this force answer whether an order is considered?",
    "no clock runs; no national figure was found",
    "days",
  ),
  ew(
    "look-ahead",
    "How many days before its last day does this force look at an order again?",
    "it is looked at 180, 90 and 30 days before, which we propose; no national figure was found",
    "look-ahead",
  ),
  ew(
    "reading-times",
    "Within how many hours does another person read what waits for a second person, and in which teams within others?",
    "times that we propose for each kind, from 1 hour to 14 days; no national figure was found",
    "reading-times",
  ),
  ew(
    "tell-of-order",
    "Within how many days of the making or a change of an order does this force tell whoever it protects?",
    "no clock runs; no national figure was found",
    "days",
  ),
  ew(
    "tell-of-breach",
    "Within how many days of a breach or of a decision on one does this force tell whoever is protected?",
    "no clock runs; no national figure was found",
    "days",
  ),
  ew("appeal-limit", "Within which time can an appeal under s7 be brought?", "no limit is worked out"),
  ew(
    "codes-of-offences",
    "Which Home Office codes stand for s2A, s4A and the offences about orders, and which offence codes beside ST19001 and PH97003?",
    "a code comes from the table that the force loaded, or stays open",
  ),
  ew(
    "acknowledgement-form",
    "Which form of written acknowledgement did the Secretary of State direct under s10(4)?",
    "the force’s own form is printed, and says so",
  ),
  ew(
    "station-without-home",
    "Somebody has no home address in England and Wales and had notified one: is notice given in the area of that (s14), or of the court that last made the order, as s10 alone reads?",
    "paper and sheet say both as s14 has them: the area of the home address last notified, and without one that of the court; an officer decides whether a notice at another station counts",
  ),
  ew(
    "guidance-body",
    "What does the body of the statutory guidance say on forms, service, managing the subject and times, and are there national standards for applications?",
    "templates that the force edits, and no national time",
  ),
  ew(
    "evidence-checklist",
    "What is in the checklist of evidence of police and prosecutors, and in their protocol?",
    "our own schedule of material",
  ),
  ew("amendments", "What changed in the Stalking Protection Act 2019 after 7 February 2023?", "its text counts as of that day"),
  ew(
    "code-revision",
    "What does a revised Victims’ Code say, and who exactly has enhanced rights?",
    "the values of 2021, each with its day",
  ),
  ew(
    "maximum-of-harassment",
    "What is the maximum under s4 of the Protection from Harassment Act 1997 today?",
    "it is a hint and nothing is worked out from it",
  ),
  ew(
    "reasons-in-logs",
    "Is s82 of the Data (Use and Access) Act 2025, on the justification in logs, in force?",
    "a reason is asked for each time",
  ),
  ew(
    "access-limit",
    "Within how long is somebody answered who asks what is held about them (Data Protection Act 2018 ss44–48), and from when does it run?",
    "the force writes the day for each request, and who says so",
  ),
  ew(
    "access-grounds",
    "On which grounds may the right of access be restricted, in which words are they told, and must it be told that something is withheld?",
    "a ground is written in the force’s own words, and whether it is told is decided for each thing by two people",
  ),
  ew(
    "access-looks",
    "May a person be told from the log who looked, beside the four uses that s62 of the Data Protection Act 2018 names?",
    "nothing is told before the force decides it with a reason and a second person, and no officer is named by itself",
  ),
  ew(
    "record-controller",
    "Who is the controller of what this force keeps here, and how are they reached?",
    "the record of processing names nobody",
  ),
  ew("record-officer", "Who is the data protection officer of this force, and how are they reached?", "the record names nobody"),
  ew(
    "record-joint",
    "Does this force keep anything here as a joint controller with another, and by which arrangement (Data Protection Act 2018 s58)?",
    "the record says that it is not known",
  ),
  ew(
    "record-basis",
    "On which lawful basis does each activity of the record of processing rest?",
    "the record says what is done and what for, and names no basis",
  ),
  ew(
    "record-processors",
    "Who processes any of it for this force, and under which contract (Data Protection Act 2018 s59)?",
    "the record names no processor",
  ),
  ew(
    "record-transfers",
    "Does anything of it leave the United Kingdom, to whom, and on which ground (Data Protection Act 2018 ss73–78)?",
    "the record says that it is not known",
  ),
  ew(
    "record-periods",
    "How long does this force keep what no row of its schedule names: the log, officers’ accounts, losses, orders in no case?",
    "nothing of them is erased by itself",
  ),
  ew(
    "record-contents",
    "What does s61 of the Data Protection Act 2018 ask to stand in the record of processing, word for word?",
    "the record says what the program knows",
  ),
  ew("support-directory", "Which hours and numbers of support services hold today?", "what was not confirmed is not shown"),
  ew("risk-instruments", "On which terms may a list of questions about risk be built in, and which is the newest?", "none is shipped"),
  ew(
    "figures",
    "How many orders were made from 2023 to 2026, and what did the crime survey of the year to March 2026 find?",
    "no figure is shown",
  ),
  ew("review-of-the-law", "What came of the independent review of the law of stalking announced in 2025?", "nothing is built on it"),
  ew(
    "statement-form",
    "What is the text of the form of a witness statement, and of the practice that is known from memory only?",
    "a hint, never a rule",
  ),
  ew(
    "service-between-users",
    "Does anything here count as a user-to-user service under the Online Safety Act 2023?",
    "nothing lets the content of one reach another",
  ),
  ew("hundred-words", "Is there a rule of recording about 100 words?", "none is built in"),
  ni(
    "order-beyond-what-was-read",
    "What do ss6 to 17 of the Protection from Stalking Act (Northern Ireland) 2022 say beyond what stands in the list of facts?",
    "it is not known: ask your solicitor; nothing is filled in from England and Wales",
  ),
  ni(
    "period-before-service",
    "Can a first notice be overdue where the order is in force and was not yet served?",
    "the end of the period is shown, and nothing is called overdue before service",
  ),
  ni("in-force", "Since when is each section of that Act in force?", "no day is shown"),
  ni("support-numbers", "Which numbers of support services hold today?", "what was not confirmed is not shown"),
  sco("maximum", "What is the maximum under s39 of the Criminal Justice and Licensing (Scotland) Act 2010?", "no figure is shown"),
];

/** Every open question, by jurisdiction. What a force answered stands in its own rows, with who and when: as shipped nothing is answered. */
export function openQuestions(): readonly OpenQuestion[] {
  return questions;
}

/** Those of them that the record of processing leaves to the force (docs/formats/processing-record.md). */
export function questionsOfRecord(): readonly OpenQuestion[] {
  return questions.filter(({ id }) => id.startsWith("record-"));
}

function ew(id: string, question: string, careful: string, answeredBy: OpenQuestion["answeredBy"] = "words"): OpenQuestion {
  return { id, jurisdiction: "EW", question, default: careful, answeredBy };
}

function ni(id: string, question: string, careful: string): OpenQuestion {
  return { id, jurisdiction: "NI", question, default: careful, answeredBy: "words" };
}

function sco(id: string, question: string, careful: string): OpenQuestion {
  return { id, jurisdiction: "SCO", question, default: careful, answeredBy: "words" };
}
