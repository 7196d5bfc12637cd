/** Who takes a step: an investigator who writes, a coordinator who keeps the register, a supervisor who is the second person. */
export type InventedOfficer = "writer" | "keeper" | "second";
/** Their names and roles. */
export const inventedOfficers = {
  writer: { name: "DC 2093 Harriet Bell", role: "investigator" },
  keeper: { name: "Dilys Parry", role: "spo-coordinator" },
  second: { name: "Supt Marian Okell", role: "supervisor" },
} as const;
