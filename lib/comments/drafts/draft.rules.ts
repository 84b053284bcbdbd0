/** Where a draft belongs: a section, perhaps on one paragraph of it, a thread that it replies to, or a comment that it changes. */
export type DraftPlace = { number: number; paragraph: string | null } | { thread: string } | { comment: string };

/** "s3", "s3.PARAGRAPH", "tTHREAD" or "cCOMMENT". */
export function formatDraftPlace(place: DraftPlace): string {
  if ("thread" in place) return `t${place.thread}`;
  if ("comment" in place) return `c${place.comment}`;
  return place.paragraph ? `s${place.number}.${place.paragraph}` : `s${place.number}`;
}

/** The place of such a text; null when it is invalid. */
export function parseDraftPlace(text: string): DraftPlace | null {
  const [, number, paragraph, thread, comment] =
    /^(?:s(\d{1,4})(?:\.([A-Za-z0-9_-]{1,64}))?|t([A-Za-z0-9_-]{1,64})|c([A-Za-z0-9_-]{1,64}))$/.exec(text) ?? [];
  if (thread) return { thread };
  if (comment) return { comment };
  return number ? { number: Number(number), paragraph: paragraph ?? null } : null;
}
