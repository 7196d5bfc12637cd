/** The force's door and desk. */
export {};
