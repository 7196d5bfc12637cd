import { type ReadValue, count, flag, list, object, oneOf, text } from "@unmask/core";
import { type At, atFields } from "./event-at.ts";

/** How a case is recorded now. */
export interface RecordingPart {
  readonly rows: readonly RecordingRow[];
  /** "1 code is not chosen: it can go so, marked open."; empty: nothing is open. */
  readonly open: string;
  readonly inAddition: boolean;
  readonly offence: {
    readonly limbs?: { readonly fear: Limb; readonly alarm: Limb };
    readonly formerPartner?: PartnerAnswer;
    readonly harassmentOnly?: string;
  } & At;
}

/** One row of what goes to the crime system. */
export interface RecordingRow {
  readonly as: "Principal" | "Included" | "Joined";
  readonly says: string;
  readonly code: string;
}

/** Whether a limb of section 4A fits what is known: a person says so. */
export const limbs = ["fits", "not", "not-known"] as const;
export type Limb = (typeof limbs)[number];

/** Whether the other person was a former partner. */
const partnerAnswers = ["yes", "no", "not-known"] as const;
/** One of the answers; absent: not asked. */
export type PartnerAnswer = (typeof partnerAnswers)[number];

const recordingRow: ReadValue<RecordingRow> = object(({ must }) => ({
  as: must("as", oneOf(["Principal", "Included", "Joined"] as const)),
  says: must("says", text),
  code: must("code", text),
}));

/** One offence as it goes to the crime system; without a code it is open. */
export interface Offence {
  readonly offence: string;
  readonly says: string;
  readonly class?: string;
  readonly code?: { readonly table: string; readonly row: number; readonly code?: string };
}

/** Reads it. */
export const offenceLine: ReadValue<Offence> = object(({ must, may }) => ({
  offence: must("offence", text),
  says: must("says", text),
  ...may("class", text),
  ...may(
    "code",
    object((code) => ({ table: code.must("table", text), row: code.must("row", count), ...code.may("code", text) })),
  ),
}));

const limb = oneOf(limbs);

/** Reads how it is recorded. */
export const recordingPart: ReadValue<RecordingPart> = object(({ must }) => ({
  rows: must("rows", list(recordingRow)),
  open: must("open", text),
  inAddition: must("inAddition", flag),
  offence: must(
    "offence",
    object((fields) => {
      fields.must("principal", offenceLine);
      fields.must("included", list(offenceLine));
      fields.must("joined", list(text));
      fields.may("rulesOf", text);
      return {
        ...fields.may(
          "limbs",
          object((one) => ({ fear: one.must("fear", limb), alarm: one.must("alarm", limb) })),
        ),
        ...fields.may("formerPartner", oneOf(partnerAnswers)),
        ...fields.may("harassmentOnly", text),
        ...atFields(fields),
      };
    }),
  ),
}));
