/** Why nobody is signed in at this moment. */
export type WhyNobody = "nobody" | "locked" | "ended";
