import { type BodyOf, type ReportState, notAskedInWords, telephoneQuestions } from "@unmask/case";
import type { Fact } from "./fact.ts";

/** What was answered on the telephone, as it was told. */

/** What whoever rings back or goes there must know before the report is opened. */
const before: ReadonlySet<string> = new Set(["speak-freely", "where-now", "alone", "weapon"]);

type Asked = Pick<ReportState, "questions">;

/** Beside the row: whether the person can speak, where the other person is, who is there, a weapon; and what nobody asked. */
export function callPreview({ questions }: Asked): readonly Fact[] {
  const open = telephoneQuestions.filter(({ id }) => questions.find(({ question }) => question === id)?.state === "not-asked");
  return [
    ...answersOf({ questions }, (id) => before.has(id)),
    ...(open.length === 0
      ? []
      : [
          {
            label: "Questions",
            strong: notAskedInWords(questions),
            says: open.map(({ short }) => short.toLowerCase()).join("; "),
            isMind: true,
            isOpen: true,
          },
        ]),
  ];
}

/** On the opened report: all other answers, and from where and how it was told. */
export function callFacts(state: Asked, typed: BodyOf<"report-typed"> | undefined): readonly Fact[] {
  if (typed === undefined) return [];
  const { from, agency, dropped } = typed;
  return [
    ...answersOf(state, (id) => !before.has(id)),
    ...(from === undefined ? [] : [{ label: "Rings from", says: `${from}; nobody said that it is safe to ring it` }]),
    ...(agency === undefined ? [] : [{ label: "Agency", says: agency }]),
    ...(dropped === true ? [{ label: "Line", strong: "it went dead", isMind: true }] : []),
  ];
}

function answersOf({ questions }: Asked, isHere: (id: string) => boolean): readonly Fact[] {
  return telephoneQuestions.flatMap(({ id, short }): readonly Fact[] => {
    const asked = questions.find(({ question }) => question === id);
    if (asked === undefined || asked.state === "not-asked" || !isHere(id)) return [];
    return [asked.says === undefined ? { label: short, says: "asked, and not known" } : { label: short, strong: asked.says }];
  });
}
