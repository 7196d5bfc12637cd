import { sectionOfLimbs } from "@unmask/law";
import type { Limb, RecordingPart } from "../desk/case-recording.ts";
import type { RecordingHelp } from "../desk/recording-help.ts";
import { sayCode } from "./recording-draft.ts";

/** What the text says beside the recording itself. */
export interface RecordingTextOf {
  readonly force: string;
  readonly case: string;
  readonly reports: readonly string[];
  /** Who wrote the recording that stands, and when, in words. */
  readonly by: string;
  readonly limbs: RecordingPart["offence"]["limbs"];
  /** What is open in it; empty: nothing. */
  readonly open: string;
}

const limbInWords: Readonly<Record<Limb, string>> = { fits: "fits", not: "does not fit", "not-known": "not known" };

/**
 * A recording as it stands, as plain text for the force's own crime system: line by line what it is recorded as with its code, the limbs, the
 * tests of law with what each rests on, and what is open. It holds nothing that the page does not show. Undefined: nothing is recorded yet.
 */
export function recordingText(help: Pick<RecordingHelp, "offence">, about: RecordingTextOf): string | undefined {
  const { offence } = help;
  if (offence === null) return undefined;
  const row = (as: string, one: typeof offence.principal): string =>
    `${as}: ${one.says}${one.class === undefined ? "" : `; class ${one.class}`}; ${sayCode(one)}`;
  const { limbs } = about;
  const lines = [
    `${about.force}, case ${about.case}, of ${about.reports.join(", ")}`,
    `Recorded ${about.by}`,
    "",
    row("Principal", offence.principal),
    ...offence.included.map((one) => row("Included", one)),
    ...offence.joined.map((one) => `Points here, and stays as it is recorded: ${one}`),
    ...(limbs === undefined
      ? []
      : [
          `${sectionOfLimbs}, fear of violence on two occasions at least: ${limbInWords[limbs.fear]}`,
          `${sectionOfLimbs}, serious alarm or distress that changes their days: ${limbInWords[limbs.alarm]}`,
        ]),
    ...(about.open === "" ? [] : [`Open: ${about.open}`]),
    "",
    ...offence.tests.map(({ asks, says, section }) => `${asks} ${says}${section === "" ? "" : ` (${section})`}`),
    ...(offence.harassmentOnly === undefined ? [] : [`Harassment in law only: ${offence.harassmentOnly}`]),
    "",
    "Nothing here says that an offence was committed. A person decides how it is recorded, and the clerk confirms.",
  ];
  return `${lines.join("\n")}\n`;
}
