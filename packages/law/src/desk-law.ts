import type { DeskLaw, FreeDays, JurisdictionCode } from "@unmask/core";
import { clocks } from "./england-and-wales/clocks.ts";
import { freeDays } from "./england-and-wales/free-days.ts";
import { recording } from "./england-and-wales/recording.ts";
import { withFreeDays } from "./own-free-days.ts";

const englandAndWales: DeskLaw = { code: "EW", ruleVersion: freeDays.checkedOn, clocks, recording, freeDays };

/**
 * What a desk goes by; `own`: free days that the force loaded. A jurisdiction without data has no clock, no rule and no free days: nothing is filled
 * in from another's.
 */
export function deskLawOf(code: JurisdictionCode, own: FreeDays | null = null): DeskLaw {
  if (code !== "EW") return { code, ruleVersion: freeDays.checkedOn, clocks: [], recording: [], freeDays: null };
  return { ...englandAndWales, freeDays: withFreeDays(own) };
}
