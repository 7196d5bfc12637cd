/** Postings in, explained links out. */
export {};
