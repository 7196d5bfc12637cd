import { createContext } from "react";

/** Tells the desk that what is open could not be asked for again, and how to try; undefined: the server was reached. */
export const UnreachedContext = createContext<(again: (() => void) | undefined) => void>(() => undefined);
