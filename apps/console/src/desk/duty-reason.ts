/** Why an officer is at the desk: opens the rows of the queue and their preview, and nothing else. */
export interface DutyReason {
  readonly code: DutyCode;
  readonly text?: string;
}

/** The closed list of it. */
export const dutyReasons = [
  { value: "shift", says: "My shift, in the role I hold", more: "as rostered", needsWords: false, asks: "" },
  {
    value: "standing-in",
    says: "Standing in for another desk",
    more: "which one, and who asked",
    needsWords: true,
    asks: "Which desk, and who asked",
  },
  { value: "own-tasks", says: "My own tasks only", more: "nothing of the queue is looked at", needsWords: false, asks: "" },
  { value: "other", says: "Another reason, in words", needsWords: true, asks: "Your reason" },
] as const;
export type DutyCode = (typeof dutyReasons)[number]["value"];
