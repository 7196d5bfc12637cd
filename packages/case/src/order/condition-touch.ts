import type { Condition, ContactChannel, Place, WeekTime } from "../event/order-shapes.ts";
import { type DeviceRole, type PresenceRole, kindOf } from "./condition-kinds.ts";

/**
 * What a condition touches: where somebody is, devices, contact. Of a kind that is ours it is known; without one it is read from what is written beside
 * the words; and words alone say nothing to a machine, so that they are compared with nothing.
 */

/** What it asks of where somebody is. What is undefined is not written. */
export interface PresenceTouch {
  readonly role: PresenceRole;
  readonly places: readonly Place[] | undefined;
  /** Empty: at all times. */
  readonly times: readonly WeekTime[] | undefined;
  /** How often, where that is written: then not each of the times is a duty. */
  readonly frequency: string | undefined;
  /** A prohibition of a place at some times, of no kind of ours: it can be one to leave it. */
  readonly mayKeepIn: boolean;
}

/** What it asks of devices and accounts. */
export interface DeviceTouch {
  readonly role: DeviceRole;
  readonly devices: readonly string[] | undefined;
}

/** The contact that it forbids or asks for. */
export interface ContactTouch {
  readonly role: "forbids" | "asks";
  readonly channels: readonly ContactChannel[] | undefined;
  readonly persons: readonly string[] | undefined;
}

/** What a condition touches. */
export interface Touch {
  /** Its words are all that is written of it. */
  readonly isWordsOnly: boolean;
  readonly presence?: PresenceTouch;
  readonly devices?: DeviceTouch;
  readonly contact?: ContactTouch;
}

/** What a condition touches. */
export function touchOf(condition: Condition): Touch {
  const kind = kindOf(condition);
  const { type, channels, programme } = condition;
  const [places, devices, persons] = [filled(condition.places), filled(condition.devices), filled(condition.persons)];
  const isProhibition = type === "prohibition";
  const presence: PresenceRole | undefined = kind
    ? kind.presence
    : places || programme !== undefined
      ? isProhibition
        ? "out"
        : "attend"
      : undefined;
  const deviceRole: DeviceRole | undefined = kind ? kind.devices : devices && (isProhibition ? "forbids" : "needs");
  const mayKeepIn = !kind && isProhibition && places !== undefined && filled(condition.times) !== undefined;
  const contact = contactOf(condition, kind?.contact, { persons, channels: filled(channels) });
  return {
    isWordsOnly: !kind && !presence && !deviceRole && !contact,
    ...(presence && {
      presence: { role: presence, places, times: timesOf(condition, presence), frequency: condition.frequency, mayKeepIn },
    }),
    ...(deviceRole && { devices: { role: deviceRole, devices } }),
    ...(contact && { contact }),
  };
}

/** What forbids to be somewhere holds at all times where none is written; what asks to be there leaves open when. */
function timesOf({ times }: Condition, role: PresenceRole): readonly WeekTime[] | undefined {
  return times ?? (role === "out" ? [] : undefined);
}

function contactOf(
  condition: Condition,
  ofKind: "written" | readonly ContactChannel[] | undefined,
  { persons, channels }: Pick<ContactTouch, "persons" | "channels">,
): ContactTouch | undefined {
  if (condition.type === "prohibition") {
    if (ofKind === "written") return { role: "forbids", channels, persons };
    if (ofKind) return { role: "forbids", channels: [...ofKind, ...(channels ?? [])], persons };
    return channels ? { role: "forbids", channels, persons } : undefined;
  }
  // A kind of ours asks for no contact with a protected person unless one and a way are written to it.
  const isAsked = kindOf(condition) ? channels && persons : (channels ?? persons);
  return isAsked ? { role: "asks", channels, persons } : undefined;
}

function filled<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list && list.length > 0 ? list : undefined;
}
