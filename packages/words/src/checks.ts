import type { Verdict } from "@unmask/core";
import { englishChecks } from "./english.ts";
import type { CheckWords } from "./language.ts";

/** What was found out about one file or one seal, as it stands on its mark: "signer not known". */
export function sayVerdict(verdict: Verdict, { verdicts }: CheckWords = englishChecks): string {
  return verdicts[verdict];
}
