import type { TelephoneCall } from "../desk/telephone-call.ts";

/** What every part of the call is given. */
export interface CallParts {
  readonly call: TelephoneCall;
  readonly change: (call: TelephoneCall) => void;
}
