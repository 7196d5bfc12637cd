import type { ReactElement } from "react";
import { type Instant, msPerMinute } from "@unmask/core";
import { sayClock } from "@unmask/words";
import { zone } from "./say-when.ts";

/** How long before its end a session says so. Milliseconds. */
const saidBefore = 15 * msPerMinute;

/** Says before a session ends that it will: in time to finish a sentence. */
export function SessionEnd({ endsAt, now }: { readonly endsAt: Instant; readonly now: Instant }): ReactElement | null {
  if (endsAt - now > saidBefore) return null;
  return (
    <p className="band minded" role="status">
      <b className="mind">Your session ends at {sayClock(endsAt, zone)}.</b> What is written by then stays. Afterwards you sign in again.
    </p>
  );
}
