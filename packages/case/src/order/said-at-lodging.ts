import type { Instant } from "@unmask/core";
import { sayFew } from "@unmask/words";
import { dayInWords, londonDay } from "../clock/london.ts";
import type { Period } from "../event/order-shapes.ts";
import type { OrderState } from "../fold/order-state.ts";
import { dayNumber } from "../register/day-number.ts";
import { untilInWords } from "./until-in-words.ts";

/** What somebody who is to be protected reads when an application has been lodged, made of what stands of it: what is asked, who let it go, and what it asks for. */

/** The words, and what is not known yet and so is not in them. */
export interface SaidAtLodging {
  readonly says: string;
  readonly lacks: readonly string[];
}

/** The words at an instant. No condition is told in them, since it can name somebody else whom the order protects; nothing is promised. */
export function saidAtLodging(state: OrderState, nameOf: (id: string) => string, now: Instant): SaidAtLodging {
  const { application, draft, courtDays, subject } = state;
  const { lodged, authorisedBy } = application;
  const hearing = courtDays
    .filter(({ withdrawn, day }) => withdrawn === undefined && dayNumber(day) >= londonDay(now))
    .map(({ day }) => day)
    .toSorted()[0];
  const asked =
    lodged === null
      ? `We have asked a court for a stalking protection order against ${subject.name}.`
      : `On ${dayInWords(dayNumber(lodged.day))} we asked ${lodged.court} for a stalking protection order against ${subject.name}.`;
  const authorised =
    authorisedBy === null
      ? ""
      : `${nameOf(authorisedBy.by)}, who wrote no part of it, read it and authorised it on ${dayInWords(londonDay(authorisedBy.happened))}.`;
  const day = hearing === undefined ? "No date is known yet." : `The court sits on ${dayInWords(dayNumber(hearing))}.`;
  return {
    says: [asked, authorised, contentsIn(draft), interimIn(draft), day, "Nothing is decided before the court decides."]
      .filter((one) => one !== "")
      .join(" "),
    lacks: [
      ...(authorisedBy === null ? ["who authorised it, and when"] : []),
      ...(lodged === null ? ["which court, and the day"] : []),
      ...(draft.conditions.length === 0 ? ["what it asks for"] : []),
      ...(draft.period === null ? ["for how long"] : []),
    ],
  };
}

/**
 * "It asks for two things that they must not do and one that they must do, until the end of Fri 30 Nov 2029." A condition can have a period of its own: as soon
 * as one ends on another day than the order, each end is said with those that end on it.
 */
function contentsIn({ conditions, period }: OrderState["draft"]): string {
  if (conditions.length === 0) return "";
  const endOf = (own: Period | undefined): string => {
    const holds = own ?? period?.period;
    return holds === undefined ? "" : untilInWords(holds.until);
  };
  const ends = [...new Set(conditions.map((one) => endOf(one.own)))];
  const groups = ends.map((end) => {
    const things = thingsIn(conditions.filter((one) => endOf(one.own) === end));
    return end === "" ? things : `${things}, ${end}`;
  });
  return `It asks for ${groups.join("; for ")}.`;
}

function thingsIn(conditions: OrderState["draft"]["conditions"]): string {
  const say = (type: "prohibition" | "requirement", what: string): readonly string[] => {
    const many = conditions.filter((one) => one.type === type).length;
    return many === 0 ? [] : [`${sayFew(many)} ${many === 1 ? "thing" : "things"} that they must ${what}`];
  };
  return [...say("prohibition", "not do"), ...say("requirement", "do")].join(" and ");
}

function interimIn({ interim }: OrderState["draft"]): string {
  if (interim === null || !interim.wanted) return "";
  const until = interim.until === undefined ? "" : `, ${untilInWords(interim.until)}`;
  return `It also asks for an interim order while the court decides${until}.`;
}
