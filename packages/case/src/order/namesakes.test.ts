import { expect, test } from "vitest";
import { type Step, besideEw, condition, drafted, nothing, parry, subject, written } from "../../../../fixtures/order-story.ts";
import { draftLacks, pairsOf } from "../decide/order/draft-lacks.ts";
import { subjectsOf } from "../fold/order/application.ts";
import { namesakesLive, partedByBirthday } from "./namesakes.ts";

const today = "2026-12-02";
const typed = (born: string | undefined, until: string | null = null): Step => {
  const { born: known, ...bare } = subject;
  return [
    "2026-10-06",
    parry,
    {
      kind: "order-typed",
      body: {
        jurisdiction: "EW",
        theirs: "WM-25-014",
        force: "Westmere",
        court: "Westmere Magistrates’ Court",
        subject: { ...bare, ...(born !== undefined && { born: { ...known, day: born } }) },
        order: "full",
        made: "2025-06-03",
        period: { until },
        conditions: [condition(1)],
        protects: ["Ada Marsh"],
      },
    },
  ];
};

test("s2(6): a live order of one of this name with another birthday is said to be looked at, and is no order of the subject", () => {
  const other = written(typed("1991-05-27"));
  const parted = partedByBirthday([subject], [other]);
  expect(parted).toEqual({ others: [], namesakes: [other] });
  expect(namesakesLive(parted.namesakes, today)).toEqual([{ shown: "WM-25-014", force: "Westmere", which: "full", made: "2025-06-03" }]);
});

test("s2(6): with the same birthday, or none on one of both sides, it is an order of the subject, whose conditions are compared", () => {
  for (const born of [subject.born.day, undefined]) {
    const other = written(typed(born));
    expect(partedByBirthday([subject], [other])).toEqual({ others: [other], namesakes: [] });
  }
  const { born: _, ...unborn } = subject;
  const other = written(typed("1991-05-27"));
  expect(partedByBirthday([unborn], [other])).toEqual({ others: [other], namesakes: [] });
});

test("an order of such a namesake that is over, and an application of which no order came, are not said", () => {
  expect(namesakesLive([written(typed("1991-05-27", "2026-06-03")), nothing(), drafted()], today)).toEqual([]);
});

test("s2(6): beside a namesake no pair is compared, and none is asked to be settled", () => {
  const { others } = partedByBirthday([subject], [written(typed("1991-05-27"))]);
  expect(pairsOf(drafted(), { others }, today)).toEqual([]);
  expect(draftLacks(drafted(), { ...besideEw, others }, today)).toEqual([]);
});

test("s2(6): of one whose birthday was written anew after the court had another, an order with either birthday is of the subject", () => {
  const [lodged, known] = ["1991-05-27", "1991-05-21"];
  const anew: Step = [
    "2026-10-20",
    parry,
    {
      kind: "subject-changed",
      body: { subject: { ...subject, name: "Bram Sallow", born: { ...subject.born, day: known } }, reason: "Passport." },
    },
  ];
  const changed = written(typed(lodged), anew);
  expect(subjectsOf(changed).map(({ name, born }) => [name, born?.day])).toEqual([
    ["Bram Sallow", known],
    [subject.name, lodged],
  ]);
  for (const day of [lodged, known])
    expect(partedByBirthday([{ ...subject, born: { ...subject.born, day } }], [changed]).others).toEqual([changed]);
  expect(partedByBirthday([{ ...subject, born: { ...subject.born, day: "1991-05-01" } }], [changed]).namesakes).toEqual([changed]);
});
