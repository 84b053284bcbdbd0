export type FeedEntry = {
  /** Made of nothing that changes, and of no address. */
  id: string;
  title: string;
  /** YYYY-MM-DD */
  published: string;
  updated: string;
  /**
   * How often the entry has changed since it was published. We date by weeks: each change adds a second, so that a
   * reader sees the second change of a week as well.
   */
  changes?: number;
  author: string;
  /** A path of ours. */
  page: string;
  text: string;
};

export type Feed = {
  /** Where the service is, such as https://example.org, without a slash at the end. */
  origin: string;
  /** The feed's own address and that of the page it belongs to. */
  self: string;
  page: string;
  title: string;
  entries: FeedEntry[];
};

/** An Atom feed (RFC 4287). Its own id is made of its path, and of no host; a URN has no slashes (RFC 2141). */
export function atomFeed({ origin, self, page, title, entries }: Feed): string {
  const times = entries.map(updatedAt).sort();
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<id>urn:at-the-table:feed${escapeXml(self.replaceAll("/", ":"))}</id>
<title>${escapeXml(title)}</title>
<updated>${times.at(-1) ?? "1970-01-01T00:00:00Z"}</updated>
<author><name>At the Table</name></author>
<link rel="self" type="application/atom+xml" href="${escapeXml(origin + self)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(origin + page)}"/>
${entries.map((entry) => entryXml(origin, entry)).join("")}</feed>
`;
}

const updatedAt = ({ updated, changes = 0 }: FeedEntry) =>
  new Date(Date.parse(`${updated}T00:00:00Z`) + changes * 1000).toISOString().replace(".000Z", "Z");

function entryXml(origin: string, entry: FeedEntry): string {
  const { id, title, published, author, page, text } = entry;
  return `<entry>
<id>${escapeXml(id)}</id>
<title>${escapeXml(title)}</title>
<published>${published}T00:00:00Z</published>
<updated>${updatedAt(entry)}</updated>
<author><name>${escapeXml(author)}</name></author>
<link rel="alternate" type="text/html" href="${escapeXml(origin + page)}"/>
<content type="text">${escapeXml(text)}</content>
</entry>
`;
}

/** Text for XML 1.0: its five signs are written out, and what XML cannot hold is left out. Good for HTML too. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
