import type { Attendance, RegisterPart } from "../fold/order/register.ts";
import { standingOnes } from "../fold/order/struck.ts";

/** What was said at stations on a civil day or after it and was not withdrawn: it can be why something was missed, and nobody has to ask again to read it. */
export function saidSince(
  day: string,
  { attendances }: Pick<RegisterPart, "attendances">,
): readonly (Attendance & { readonly says: string })[] {
  return standingOnes(attendances).flatMap((one) => (one.says === undefined || one.day < day ? [] : [{ ...one, says: one.says }]));
}
