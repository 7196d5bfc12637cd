import type { DeskLaw, JurisdictionCode } from "@unmask/core";
import { clocks } from "./england-and-wales/clocks.ts";
import { freeDays } from "./england-and-wales/free-days.ts";
import { recording } from "./england-and-wales/recording.ts";

const englandAndWales: DeskLaw = { code: "EW", ruleVersion: freeDays.checkedOn, clocks, recording, freeDays };

/** What a desk goes by. A jurisdiction without data has no clock, no rule and no free days: nothing is filled in from another's. */
export function deskLawOf(code: JurisdictionCode): DeskLaw {
  return code === "EW" ? englandAndWales : { code, ruleVersion: freeDays.checkedOn, clocks: [], recording: [], freeDays: null };
}
