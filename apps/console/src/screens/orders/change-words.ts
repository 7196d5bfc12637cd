import { type OrderState, consentOn, stageOfChange } from "@unmask/case";

/** A change of an order in words: what still stops it, and whose consent counts until when. */

/** One application to change. */
export type ChangeOfOrder = OrderState["changes"][number];

/** Where it stands. */
export const changeStageInWords: Readonly<Record<ReturnType<typeof stageOfChange>, string>> = {
  asked: "written, not sent on",
  sent: "before a second person",
  returned: "returned to who wrote it",
  authorised: "authorised; to be lodged",
  lodged: "lodged; the court decides",
  dropped: "dropped",
  decided: "the court decided",
};

/** Who asks. */
export const askerInWords: Readonly<Record<ChangeOfOrder["asker"], string>> = {
  us: "we ask",
  subject: "the person whom it binds asks",
  "other-force": "another force asks",
};

/** What is asked. */
export const whatInWords: Readonly<Record<ChangeOfOrder["what"], string>> = { vary: "Variation", renew: "Renewal", discharge: "Discharge" };

/** What stops it from going to a second person, each in words; empty: nothing that is seen here. The server decides again. */
export function stopsSending({ asker, what, conditions = [], keeps = [], necessity, course, result }: ChangeOfOrder): readonly string[] {
  const stage = stageOfChange({ course, result });
  if (asker !== "us" || (stage !== "asked" && stage !== "returned")) return [];
  const bare = conditions.filter((one) => one.necessity === undefined).map(({ condition }) => `necessity of condition ${condition}`);
  if (what !== "renew") return bare;
  const unread = keeps.filter((number) => !necessity.some(({ condition }) => condition === number));
  return [
    ...bare,
    ...(unread.length === 0 ? [] : [`“read again” for ${unread.length === 1 ? "condition" : "conditions"} ${unread.join(", ")}`]),
    ...(conditions.length === 0 && keeps.length === 0 ? ["which conditions are kept or new"] : []),
  ];
}

const consents = ["subject", "applicant-force", "home-force"] as const;
const whose: Readonly<Record<(typeof consents)[number], string>> = {
  subject: "The person whom it binds",
  "applicant-force": "Chief officer who applied",
  "home-force": "Chief officer where the person lives",
};

/** One row of the table of consents. */
interface ConsentRow {
  readonly of: (typeof consents)[number];
  readonly says: string;
  readonly answer: string;
  readonly isMind: boolean;
  /** What they said before, in the order in which it was written. */
  readonly before: readonly string[];
}

/** The consents of a discharge, whoever asks: a chief officer who asks consents by asking, and so does the person. What was said before stays beside what counts. */
export function consentRows({ asker, consents: given }: ChangeOfOrder): readonly ConsentRow[] {
  return consents.map((of) => {
    const found = consentOn(given, of);
    const isAsker = (of === "subject" && asker === "subject") || (of === "applicant-force" && asker === "us");
    const before = given.filter((one) => one.of === of && one !== found).map(answerInWords);
    const row = { of, says: whose[of], before };
    if (isAsker && found === undefined) return { ...row, answer: "asks, and so consents", isMind: false };
    const isNeeded = asker === "subject" ? of === "applicant-force" : of === "subject";
    if (found === undefined) return { ...row, answer: "not asked", isMind: isNeeded };
    return { ...row, answer: answerInWords(found), isMind: found.answer === "no" || (found.answer === "not-asked" && isNeeded) };
  });
}

function answerInWords({ answer, day }: ChangeOfOrder["consents"][number]): string {
  if (answer === "not-asked") return "not asked";
  return `${answer === "yes" ? "Yes" : "No"}${day === undefined ? "" : `, ${day}`}`;
}
