/** The officers' desk. */
export {};
