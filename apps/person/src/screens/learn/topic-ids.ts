/** What can be read about, in the order in which it stands. */
export const topicIds = ["stalking", "small-acts", "digital", "watched", "law", "report", "keep", "friend", "advocate"] as const;

/** One of them. */
export type TopicId = (typeof topicIds)[number];
