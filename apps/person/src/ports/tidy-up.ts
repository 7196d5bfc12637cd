import { removePrivateFiles } from "./private-files.ts";
import { removeReportPart } from "./report-part.ts";

/** A worker that was ended lets go of its files a moment later: what is still held goes with the next try. Milliseconds. */
const waitsBetweenTries = [200, 800, 2_000];

/** Removes what sessions have left that no open page needs any more; the app itself stays. */
export async function tidyUp(): Promise<void> {
  await tidyOnce();
  for (const wait of waitsBetweenTries) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    await tidyOnce();
  }
}

async function tidyOnce(): Promise<void> {
  await Promise.all([removePrivateFiles(), removeReportPart()]);
}
