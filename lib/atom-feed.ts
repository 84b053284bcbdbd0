export type FeedEntry = {
  /** Made of nothing that changes, and of no address. */
  id: string;
  title: string;
  /** YYYY-MM-DD */
  published: string;
  updated: string;
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

/** An Atom feed (RFC 4287). Its own id is made of its path, and of no host. */
export function atomFeed({ origin, self, page, title, entries }: Feed): string {
  const days = entries.map(({ updated }) => updated).sort();
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<id>urn:at-the-table:feed:${escapeXml(self)}</id>
<title>${escapeXml(title)}</title>
<updated>${days.at(-1) ?? "1970-01-01"}T00:00:00Z</updated>
<author><name>At the Table</name></author>
<link rel="self" type="application/atom+xml" href="${escapeXml(origin + self)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(origin + page)}"/>
${entries.map((entry) => entryXml(origin, entry)).join("")}</feed>
`;
}

function entryXml(origin: string, { id, title, published, updated, author, page, text }: FeedEntry): string {
  return `<entry>
<id>${escapeXml(id)}</id>
<title>${escapeXml(title)}</title>
<published>${published}T00:00:00Z</published>
<updated>${updated}T00:00:00Z</updated>
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
