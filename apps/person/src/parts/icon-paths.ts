/** The lines of the pictures that stand beside words, on a grid of 24. */
export const pathByName = {
  back: "M15 5l-7 7 7 7",
  onward: "M9 5l7 7-7 7",
  phone: "M6 3.5h3l1.5 4-2 1.5a11 11 0 0 0 6 6l1.5-2 4 1.5v3a2 2 0 0 1-2.2 2A16.5 16.5 0 0 1 4 5.7 2 2 0 0 1 6 3.5z",
  file: "M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5",
  folder: "M3.5 6h6l2 2.5h9V19h-17z",
  save: "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4 19.5h16",
} as const;
