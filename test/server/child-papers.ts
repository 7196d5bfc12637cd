/** A desk in the middle of keeping a paper, to be killed: `child-papers.ts FOLDER`. Says the name of a file when it is on the disk and no row names it. */
import { writeSync } from "node:fs";
import { openCaseFiles } from "../../apps/server/src/ports/case-files.ts";
import { openForceFolder } from "../../apps/server/src/ports/force-folder.ts";

const [folder = ""] = process.argv.slice(2);
const files = await openCaseFiles(openForceFolder(folder));
if (!files.ok) throw new Error(files.error);
const kept = await files.value.keptPapers.keep(new TextEncoder().encode("%PDF-1.7 a paper"));
if (!kept.ok) throw new Error(kept.error);
writeSync(1, `${kept.value}\n`);
setInterval(() => undefined, 1_000);
