import { packFailureOf } from "@unmask/pack";

/** What a person can do about an error that a pack threw on its way out; undefined for every other error. */
export function makingFailed(error: unknown): string | undefined {
  return packFailureOf(error)?.says;
}
