import { normalName } from "@unmask/core";
import { quoted } from "../shortened.ts";
import type { DeviceRole } from "./condition-kinds.ts";
import type { DeviceTouch } from "./condition-touch.ts";
import type { Answered, Found } from "./found.ts";

/** Two conditions about devices and accounts. */

/** UTF-16 units of a device's name in a reason. */
const longestDevice = 60;

/** A condition by the words that name it, and what it asks. */
export interface DeviceSide {
  readonly name: string;
  readonly touch: DeviceTouch;
}

/** What two of them come to about the same device. Undefined: they have nothing in common. */
interface Meeting {
  readonly found: Found;
  readonly why: string;
}

/** By the two roles in their order below. */
const meetings: readonly (readonly [DeviceRole, DeviceRole, Meeting])[] = [
  ["needs", "forbids", { found: "conflict", why: "One asks to use what the other forbids. Nobody could obey both." }],
  ["needs", "gives-up", { found: "conflict", why: "One asks to use what the other takes away. Nobody could obey both." }],
  ["needs", "limits", { found: "to-read", why: "One asks to use what the other counts: read whether it is one too many." }],
  [
    "opens",
    "forbids",
    { found: "to-read", why: "One asks to open to police what the other forbids to use: read whether it can be opened without use." },
  ],
  [
    "opens",
    "gives-up",
    { found: "to-read", why: "One asks to open to police what the other takes away: read whether it can still be opened." },
  ],
  ["opens", "limits", { found: "to-read", why: "One asks to open to police what the other counts: read whether it is one too many." }],
  ["needs", "needs", { found: "to-read", why: "Both ask something of the same device: read whether one takes it away." }],
  ["opens", "needs", { found: "to-read", why: "Both ask something of the same device: read whether one takes it away." }],
  ["gives-up", "gives-up", { found: "to-read", why: "Both take the same away: read to whom it is handed over." }],
];

/** How they stand; undefined where whatever they name they have nothing in common. */
export function compareDevices(one: DeviceSide, other: DeviceSide): Answered | undefined {
  const meeting = meetings.find(([a, b]) => isPair(one, other, [a, b]) || isPair(other, one, [a, b]))?.[2];
  if (meeting === undefined) return undefined;
  const both = `${one.name} is about ${inWords(one.touch)}; ${other.name} about ${inWords(other.touch)}.`;
  // What counts phones, and what forbids a kind of device, names none.
  const [some, others] = [named(one.touch), named(other.touch)];
  if (one.touch.role === "limits" || other.touch.role === "limits") return { found: meeting.found, why: `${both} ${meeting.why}` };
  if (some === undefined || others === undefined)
    return { found: "not-compared", why: `${both} Not compared: no device is named in one of them.` };
  if (some.includes(all) || others.includes(all) || some.some((device) => others.includes(device))) {
    return { found: meeting.found, why: `${both} ${meeting.why}` };
  }
  if (some.some((device) => others.some((another) => device.includes(another) || another.includes(device)))) {
    return { found: "to-read", why: `${both} The names are alike: read whether the device is the same.` };
  }
  return { found: "fits", why: `${both} No device is named in both.` };
}

/** Names that stand for every device. */
const all = "any";
const namesOfAll: ReadonlySet<string> = new Set(["any", "all", "every", "any device", "all devices", "every device"]);

function named({ devices }: DeviceTouch): readonly string[] | undefined {
  return devices?.map(normalName).map((one) => (namesOfAll.has(one) ? all : one));
}

function isPair(one: DeviceSide, other: DeviceSide, [a, b]: readonly [DeviceRole, DeviceRole]): boolean {
  return one.touch.role === a && other.touch.role === b;
}

function inWords({ devices }: DeviceTouch): string {
  if (devices === undefined) return "devices that are not named";
  const [first = "", ...more] = devices;
  return `${quoted(first, longestDevice)}${more.length > 0 ? ` and ${more.length} more` : ""}`;
}
