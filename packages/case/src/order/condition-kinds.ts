import type { Condition, ContactChannel } from "../event/order-shapes.ts";

/**
 * What a condition of each kind asks of somebody, as far as two conditions, or a condition and an act, can meet. The kinds are those of the law's list
 * of conditions in use, and two of our own for what other courts write: to stay in a place, and not to leave one.
 */

/** What can be written of a condition beside its words. */
export const conditionFields = ["places", "times", "persons", "channels", "devices", "programme", "frequency"] as const;
/** One of them. */
export type ConditionField = (typeof conditionFields)[number];

/** What it asks of where somebody is: to keep out, to come there at some time of each window, to be there all the time. */
export type PresenceRole = "out" | "attend" | "stay";
/** What it asks of devices and accounts: not to use them; to own few; to hand them over; to open them to police; to have and use them. */
export type DeviceRole = "forbids" | "limits" | "gives-up" | "opens" | "needs";

/** One kind. */
export interface ConditionKind {
  readonly kind: string;
  readonly type: Condition["type"];
  /** The condition in our words, to be edited. */
  readonly says: string;
  /** What must be written for it to be compared. */
  readonly wants: readonly ConditionField[];
  /** What can be written as well. */
  readonly may: readonly ConditionField[];
  readonly presence?: PresenceRole;
  readonly devices?: DeviceRole;
  /** It forbids contact: by what is written, or always by these ways. */
  readonly contact?: "written" | readonly ContactChannel[];
  /** Ways of acting that it forbids beside contact and being somewhere: what an act is held against. */
  readonly acts?: readonly ("publish" | "watch" | "image")[];
}

/** All kinds, in the order of the law's list. */
export const conditionKinds: readonly ConditionKind[] = [
  prohibition("enter-places", "Not to enter the area edged on the map marked …", ["places"], { may: ["times"], presence: "out" }),
  prohibition("contact", "Not to contact … by any means, directly", ["persons", "channels"], { contact: "written" }),
  prohibition("contact-through-others", "Not to contact … through another person", ["persons"], { contact: ["through-another"] }),
  prohibition("mention-online", "Not to refer to … on social media, by name or in any other way", ["persons"], {
    contact: ["social-media"],
    acts: ["publish"],
  }),
  prohibition(
    "vexatious-applications",
    "Not to apply to a civil or family court naming … without the leave of that court",
    ["persons"],
    {},
  ),
  prohibition("take-images", "Not to record any image of …", ["persons"], { acts: ["image"] }),
  prohibition("devices-without-history", "Not to use a device that can go online unless it keeps its history and shows it to police", [], {
    may: ["devices"],
    devices: "forbids",
  }),
  prohibition("approach", "Not to come within … metres of …", ["persons"], {
    may: ["places", "times"],
    presence: "out",
    contact: ["in-person"],
  }),
  prohibition("watch", "Not to watch, follow or track … by any means", ["persons"], { acts: ["watch"] }),
  attendance("treatment-assessment", "To attend an assessment of whether treatment suits, at … on …"),
  attendance("programme", "To attend the programme … at … on …"),
  attendance("mental-health-assessment", "To attend an assessment of mental health at … on …"),
  attendance("drugs-or-alcohol", "To attend a programme about drugs or alcohol at … on …"),
  requirement("hand-over-devices", "To hand over to police the devices in the list marked …", ["devices"], {
    may: ["times"],
    devices: "gives-up",
  }),
  requirement(
    "give-access",
    "To give police access to the accounts and devices in the list marked …, with their passwords and codes",
    ["devices"],
    {
      devices: "opens",
    },
  ),
  requirement("sign-on", "To sign on at … police station on … between … and …", ["places", "times"], {
    may: ["frequency"],
    presence: "attend",
  }),
  requirement(
    "register-vehicle-and-phone",
    "To tell police the details of every vehicle and phone used, within … days of first use",
    [],
    {},
  ),
  attendance("therapy", "To attend a therapeutic programme at … on …"),
  prohibition("one-phone", "Not to own more than one phone", [], { devices: "limits" }),
  prohibition("obstruct", "Not to obstruct an officer who looks into a later report", [], {}),
  requirement("declare-relationships", "To tell police of any new relationship within … days", [], {}),
  requirement("stay-at", "To be at … between … and …", ["places", "times"], { presence: "stay" }),
  prohibition("leave", "Not to leave … between … and …", ["places", "times"], { presence: "stay" }),
];

const byKind = new Map(conditionKinds.map((one) => [one.kind, one]));

/** The kind of a condition; undefined where none of ours is written, or one of the other type. */
export function kindOf({ kind, type }: Pick<Condition, "kind" | "type">): ConditionKind | undefined {
  const found = kind === undefined ? undefined : byKind.get(kind);
  return found?.type === type ? found : undefined;
}

type Rest = Partial<Pick<ConditionKind, "may" | "presence" | "devices" | "contact" | "acts">>;

function prohibition(id: string, says: string, wants: readonly ConditionField[], { may = [], ...rest }: Rest): ConditionKind {
  return { kind: `prohibition/${id}`, type: "prohibition", says, wants, may, ...rest };
}

function requirement(id: string, says: string, wants: readonly ConditionField[], { may = [], ...rest }: Rest): ConditionKind {
  return { kind: `requirement/${id}`, type: "requirement", says, wants, may, ...rest };
}

function attendance(id: string, says: string): ConditionKind {
  return requirement(id, says, ["programme", "places", "times"], { may: ["frequency"], presence: "attend" });
}
