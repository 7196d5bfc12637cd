import { ok } from "@unmask/core";
import { openFiles } from "@unmask/fittings-node";
import { parseArguments } from "../arguments.ts";
import type { ExitCode } from "../exit-code.ts";
import { parseReadingTerms } from "../reading-options.ts";
import { makeReportOf, reportFiles, reportShape } from "../report-of.ts";
import { openSigner } from "../signer.ts";
import type { World } from "../world.ts";
import { refuseUsage } from "./refuse.ts";

/** `unmask report`: from files to a sealed pack, or to its folder when nobody is named to seal it to. */
export async function report(args: readonly string[], world: World): Promise<ExitCode> {
  const given = parseArguments(args, reportShape);
  if (!given.ok) return refuseUsage(world, given.error);
  const terms = parseReadingTerms(given.value, world);
  if (!terms.ok) return refuseUsage(world, terms.error);
  const paths = given.value.words;
  return makeReportOf(
    given.value,
    {
      terms: terms.value,
      paths,
      signer: () => openSigner(given.value.text("signer-key"), world),
      async open() {
        const files = await openFiles(paths, world.signal);
        return files.ok ? ok(reportFiles(files.value)) : files;
      },
    },
    world,
  );
}
