import type { JurisdictionCode, RegisterLaw } from "@unmask/core";
import { register as ofEnglandAndWales } from "./england-and-wales/register.ts";
import { register as ofNorthernIreland } from "./northern-ireland/register.ts";

/** What the register of a jurisdiction is worked out by; undefined for Scotland, which has no such order. */
export function registerLawOf(code: JurisdictionCode): RegisterLaw | undefined {
  return code === "EW" ? ofEnglandAndWales : code === "NI" ? ofNorthernIreland : undefined;
}
