import { type Result, failed, ok } from "@unmask/core";
import { type AccessLogParts, startAccessLog } from "./access-log.ts";
import { auditVerify } from "./audit.ts";

/** What `what` says of an older copy that somebody put back and stands for. */
const acceptedCopy = "accept-copy";

/** What was seen before, and why the log is shorter now. */
export interface OlderLog extends Pick<AccessLogParts, "now" | "random"> {
  readonly kept: readonly string[];
  readonly why: string;
}

/**
 * Accepts a log that is behind what was seen of it, and writes that down in it; answers how many entries there are then. Fails with a sentence
 * where the log does not hold by itself, and where it is not behind: then there is nothing to accept.
 */
export async function acceptOlder(
  log: Pick<AccessLogParts, "database" | "force" | "signer">,
  { kept, why, now, random }: OlderLog,
): Promise<Result<number, string>> {
  const itself = await auditVerify(log);
  if (!itself.ok)
    return failed(`the log does not hold by itself. Entry ${itself.error.number}: ${itself.error.says} Put back another copy.`);
  if ((await auditVerify(log, kept)).ok) return failed("the log goes on from all that was seen of it. There is nothing to accept.");
  const { write } = await startAccessLog({ ...log, now, random });
  const { entries } = await write(async () => ({
    value: undefined,
    drafts: [{ op: "alter", what: acceptedCopy, actor: "desk", reason: "integrity", reasonWords: why }],
  }));
  return ok(entries.at(-1)?.number ?? itself.value.entries);
}
