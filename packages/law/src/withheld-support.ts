import type { WithheldService } from "./listed-service.ts";

/** Services whose number was known from memory alone. No number stands here: they are counted, and an open question (`support-directory`, `support-numbers`) asks for them. */
export const withheldSupport: readonly WithheldService[] = [
  { id: "mankind-initiative", places: ["england", "wales"], needs: ["talk", "family"] },
  { id: "domestic-and-sexual-abuse-helpline", places: ["northern-ireland"], needs: ["talk", "family"] },
  { id: "victim-support-ni", places: ["northern-ireland"], needs: ["talk", "police"] },
];
