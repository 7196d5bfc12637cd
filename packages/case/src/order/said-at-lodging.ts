import type { Instant } from "@unmask/core";
import { sayFew } from "@unmask/words";
import { dayInWords, londonDay } from "../clock/london.ts";
import type { OrderState } from "../fold/order-state.ts";
import { dayNumber } from "../register/day-number.ts";

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

/** "It asks for two things that they must not do and one that they must do, until the end of Fri 30 Nov 2029." */
function contentsIn({ conditions, period }: OrderState["draft"]): string {
  const many = (type: "prohibition" | "requirement"): number => conditions.filter((one) => one.type === type).length;
  const [not, must] = [many("prohibition"), many("requirement")];
  const parts = [
    ...(not === 0 ? [] : [`${sayFew(not)} ${not === 1 ? "thing" : "things"} that they must not do`]),
    ...(must === 0 ? [] : [`${sayFew(must)} ${must === 1 ? "thing" : "things"} that they must do`]),
  ];
  if (parts.length === 0) return "";
  const until = period === null ? "" : `, ${untilIn(period.period.until)}`;
  return `It asks for ${parts.join(" and ")}${until}.`;
}

function interimIn({ interim }: OrderState["draft"]): string {
  if (interim === null || !interim.wanted) return "";
  const until = interim.until === undefined ? "" : `, ${untilIn(interim.until)}`;
  return `It also asks for an interim order while the court decides${until}.`;
}

function untilIn(until: string | null): string {
  return until === null ? "until a further order" : `until the end of ${dayInWords(dayNumber(until))}`;
}
