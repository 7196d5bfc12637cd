import { type OrderState, stageOfChange } from "@unmask/case";

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
}

/** The consents of a discharge, whoever asks: a chief officer who asks consents by asking, and so does the person. */
export function consentRows({ asker, consents: given }: ChangeOfOrder): readonly ConsentRow[] {
  return consents.map((of) => {
    const found = given.find((one) => one.of === of);
    const isAsker = (of === "subject" && asker === "subject") || (of === "applicant-force" && asker === "us");
    if (isAsker && found === undefined) return { of, says: whose[of], answer: "asks, and so consents", isMind: false };
    if (found === undefined || found.answer === "not-asked") {
      const isNeeded = asker === "subject" ? of === "applicant-force" : of === "subject";
      return { of, says: whose[of], answer: "not asked", isMind: isNeeded };
    }
    return {
      of,
      says: whose[of],
      answer: `${found.answer === "yes" ? "Yes" : "No"}${found.day === undefined ? "" : `, ${found.day}`}`,
      isMind: found.answer === "no",
    };
  });
}
