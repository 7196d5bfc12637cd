/** The lines of the pictures that stand beside words, on a grid of 24. */
export const pathByName = {
  back: "M15 5l-7 7 7 7",
  onward: "M9 5l7 7-7 7",
  phone: "M6 3.5h3l1.5 4-2 1.5a11 11 0 0 0 6 6l1.5-2 4 1.5v3a2 2 0 0 1-2.2 2A16.5 16.5 0 0 1 4 5.7 2 2 0 0 1 6 3.5z",
  file: "M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5",
  folder: "M3.5 6h6l2 2.5h9V19h-17z",
  write: "M4 20l1-4.5L16.5 4l3.5 3.5L8.5 19zM14 6.5l3.5 3.5",
  lock: "M6 10.5h12V20H6zM8.5 10.5V7.5a3.5 3.5 0 0 1 7 0v3",
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20a6 6 0 0 1 12 0M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5a6 6 0 0 1 3 5.5",
  "home-screen": "M7 3h10a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM12 9v6M9 12h6",
  camera: "M4 7.5h3.5l1.5-2h6l1.5 2H20V19H4zM12 10a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  more: "M12 5.2v.1M12 12v.1M12 18.8v.1",
  save: "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4 19.5h16",
  mind: "M12 4.5l8.5 15h-17z",
} as const;
