import type { OrderPart } from "./order-part.ts";
import { coursePart } from "./course-part.tsx";

/** The parts of an order in the order of its index; each has its place there as its key. To add one: its file, and one line here. */
export const orderParts: readonly OrderPart[] = [coursePart];
