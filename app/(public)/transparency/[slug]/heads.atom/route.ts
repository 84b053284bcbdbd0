import { atomFeed } from "@/lib/atom-feed";
import { headLine } from "@/lib/audit/head.rules";
import { listHeads } from "@/lib/audit/record.queries";
import { formatDay } from "@/lib/dates";
import { env } from "@/lib/env";
import { listModerationFigures } from "@/lib/moderation/decisions/transparency.queries";
import { paths } from "@/lib/routes";
import { atomResponse, notFoundResponse } from "@/lib/server/plain-response";

const entriesInFeed = 60;

/** The signed heads of a record as a feed: a feed reader saves them by itself. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params;
  const [record] = await listModerationFigures(slug);
  if (!record) return notFoundResponse();
  const heads = await listHeads(slug, entriesInFeed);
  const feed = atomFeed({
    origin: env().ORIGIN ?? new URL(request.url).origin,
    self: paths.recordHeadsFeed(slug),
    page: paths.record(slug),
    title: `Check numbers: ${record.name}`,
    entries: heads.map((head) => ({
      id: `urn:at-the-table:head:${slug}:${head.day}:${head.length}`,
      title: `Check number of ${formatDay(new Date(head.day))}`,
      published: head.day,
      updated: head.day,
      author: "At the Table",
      page: paths.record(slug),
      text: headLine(head),
    })),
  });
  return atomResponse(feed);
}
