import type { DeskLaw, FreeDays, JurisdictionCode, LegalFact } from "@unmask/core";
import { clocks } from "./england-and-wales/clocks.ts";
import { freeDays } from "./england-and-wales/free-days.ts";
import { recording } from "./england-and-wales/recording.ts";
import { act, actPage, checkedOn, ordersFact } from "./england-and-wales/sources.ts";
import { withFreeDays } from "./own-free-days.ts";

/** Which order there is, by jurisdiction. */
const orders: Readonly<Record<JurisdictionCode, LegalFact>> = {
  EW: ordersFact("s1(1)", "In England and Wales it can be a stalking protection order: only a chief officer of police can apply."),
  NI: {
    says: "In Northern Ireland it can be a stalking protection order of that Act: only the Chief Constable can apply, and its rules are its own.",
    act: "Protection from Stalking Act (Northern Ireland) 2022",
    section: "s6 to s17",
    source: "Protection from Stalking Act (Northern Ireland) 2022 (legislation.gov.uk/nia/2022/17)",
    checkedOn,
    verification: "text-seen",
  },
  SCO: {
    says: "In Scotland there is no stalking protection order: there are non-harassment orders, of a civil court and, by s234A of the Criminal Procedure (Scotland) Act 1995, on conviction.",
    act,
    section: "s8, s8A",
    source: actPage,
    textOf: "2011",
    checkedOn,
    verification: "text-seen",
  },
};

const englandAndWales: DeskLaw = { code: "EW", ruleVersion: freeDays.checkedOn, clocks, recording, freeDays, order: orders.EW };

/**
 * What a desk goes by; `own`: tables of free days that the force loaded. A jurisdiction without data has no clock, no rule and no free days: nothing is filled
 * in from another's.
 */
export function deskLawOf(code: JurisdictionCode, own: readonly FreeDays[] = []): DeskLaw {
  if (code !== "EW") return { code, ruleVersion: freeDays.checkedOn, clocks: [], recording: [], freeDays: null, order: orders[code] };
  return { ...englandAndWales, freeDays: withFreeDays(own) };
}
