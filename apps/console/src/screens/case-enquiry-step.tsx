import { type ReactElement, useState } from "react";
import { type EnquiryTyped, bodyOfStep, enquirySteps, noStep, openLines } from "../desk/enquiry-step.ts";
import { ChooseField, DayField, WordsField, WriteForm } from "../parts/write-form.tsx";
import { useDraft } from "../parts/use-draft.ts";
import { waysToKnow } from "../parts/written-fields.ts";
import type { CasePartProps } from "./case-part.ts";

/** Writes what came of a line of enquiry: it was asked for, the answer came, or it ends and why. */
export function EnquiryStepWrite(parts: CasePartProps): ReactElement | null {
  const { at, page } = parts;
  const [typed, type] = useState(noStep);
  const [says, setSays] = useDraft(at, `enquiry step ${page.case}`);
  const set = (field: keyof EnquiryTyped) => (value: string) => type({ ...typed, [field]: value });
  const lines = openLines(page.enquiries, typed.step);
  if (page.enquiries.every(({ state }) => state === "answered")) return null;
  return (
    <WriteForm
      parts={parts}
      legend="What came of a line of enquiry"
      draft={() => bodyOfStep({ ...typed, says })}
      done={() => {
        type(noStep);
        setSays("");
      }}
      button="Write what came of it"
    >
      <ChooseField says="What came of it" options={enquirySteps} value={typed.step} set={(step) => type({ ...typed, step, enquiry: "" })} />
      <ChooseField
        says="Line"
        options={lines.map((one) => ({ value: one.enquiry, says: `${one.enquiry}: ${one.says}` }))}
        value={typed.enquiry}
        set={set("enquiry")}
      />
      <WordsField says={asks[typed.step] ?? "In words"} value={says} set={setSays} />
      {typed.step === "asked" && (
        <>
          <DayField says="They answer by, if they said so" value={typed.replyBy} set={set("replyBy")} />
          <DayField says="They keep it until, if they said so" value={typed.heldUntil} set={set("heldUntil")} />
        </>
      )}
      {typed.step === "answered" && (
        <>
          <ChooseField says="Known by" options={waysToKnow} value={typed.knowing} set={set("knowing")} />
          <DayField says="Nobody held the number or account from" value={typed.unusedFrom} set={set("unusedFrom")} />
          <DayField says="until" value={typed.unusedUntil} set={set("unusedUntil")} />
        </>
      )}
    </WriteForm>
  );
}

// partial: before a step is chosen nothing is asked yet.
const asks: Readonly<Partial<Record<string, string>>> = {
  asked: "Of whom it was asked",
  answered: "What the answer says, whatever it is",
  lost: "Why it cannot be had any more, and by whose word",
  "given-up": "Why it is not followed",
};
