import type { Activity } from "./activity.ts";

/** Activities about the force itself: its log, its counts, its schedule, its officers. */

const supervised = "Its pages show numbers, days and counts, and whose case it is only to who may read it.";
const logged = "Each look and each change is an entry of a chained log.";

/** Each of them. */
export const forceActivities: Readonly<
  Record<"log" | "statistics" | "retention" | "losses" | "supervision" | "officers" | "settings", Activity>
> = {
  log: {
    says: "The log of who looked",
    data: "who looked at, wrote, handed out or erased what, when, in which role, with which reason, who received it; what an auditor asks and the answer",
    people: "officers; people whose report or case was looked at, by number",
    why: "to show that each look was lawful, and for the four uses alone that the Data Protection Act 2018 leaves for such a log",
    profiling: null,
    operations: ["read-log", "export-log", "ask-why", "answer-why"],
    classes: [],
    kept: "Entries stay, with numbers and commitments. The words and names beside an entry go when its case or report is erased.",
    protected: [
      "Entries are chained and signed: none is changed or left out unseen.",
      "The auditor says one of the four uses first, and stands in the log too.",
    ],
  },
  statistics: {
    says: "Counts of closed months",
    data: "counts and medians of reports, cases and orders; small counts are held back",
    people: "nobody: no count names or numbers anybody",
    why: "to see what comes and how soon it is answered",
    profiling: null,
    operations: ["see-learn", "publish-edition"],
    classes: [],
    kept: "Published editions stay. They are files beside the database and have no table.",
    protected: ["Counts of one to four are hidden.", logged],
  },
  retention: {
    says: "Keeping and erasing",
    data: "what two officers asked and decided about a case or report, and after it the line of what was erased",
    people: "officers who decide; people of the case, by its number",
    why: "to keep nothing longer than the force’s schedule says, and to erase nothing by mistake",
    profiling: null,
    operations: ["see-retention", "erase-case"],
    classes: ["closed-no-order", "order-ended", "never-a-case"],
    kept: "What was decided goes with the case. The line of the erasure stays: numbers, ids, days and the two officers.",
    protected: ["Two officers decide; nothing is erased by itself.", logged],
  },
  losses: {
    says: "The register of losses",
    data: "what personal data was lost, when it was noticed, who was told and why",
    people: "officers who decide; nobody else: words that name somebody are refused",
    why: "to tell the Commissioner and the people concerned (Data Protection Act 2018, Part 3)",
    profiling: null,
    operations: ["see-losses", "write-loss"],
    classes: [],
    kept: "No row of the schedule names it.",
    protected: ["It names no report, no order and nobody’s number.", logged],
  },
  supervision: {
    says: "Supervision",
    data: "what waits for a second person and since when, how many cases an officer has, samples and what their check came to, reviews of cases that were opened anyway",
    people: "officers; people of a case, by its number",
    why: "to see that nothing waits unread, and that decisions hold",
    profiling: null,
    operations: ["see-supervision", "draw-dips", "check-dip", "reassign", "review-opening"],
    classes: ["never-a-case", "closed-no-order", "order-ended"],
    kept: "A check goes with its case or report. The numbers of a sample stay.",
    protected: [supervised, "A sample is drawn by chance from numbers alone.", logged],
  },
  officers: {
    says: "Officers’ accounts",
    data: "name, role, passkeys or the name at the force’s own sign-in, sessions",
    people: "officers",
    why: "so that each look has one officer behind it",
    profiling: null,
    operations: ["sign-in", "enrol", "manage-officers"],
    classes: [],
    kept: "Keys and sessions go the minute an officer leaves. The name stays, for what they wrote; no row of the schedule names it.",
    protected: [
      "Officers come to their own account alone; an administrator enrols them and lets them go.",
      "A passkey’s private half never reaches the force.",
      logged,
    ],
  },
  settings: {
    says: "What the force set and confirmed",
    data: "settings, the schedule, answers to open questions with who confirmed them, this record",
    people: "whoever set or confirmed something, by name and office",
    why: "to say by what the program goes, since when and by whose word",
    profiling: null,
    operations: ["see-law", "change-settings", "see-record", "give-record"],
    classes: [],
    kept: "Rows stay: what held on a day can be shown afterwards.",
    protected: [logged],
  },
};
