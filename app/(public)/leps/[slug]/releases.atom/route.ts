import { atomFeed } from "@/lib/atom-feed";
import { env } from "@/lib/env";
import { paths } from "@/lib/routes";
import { getLep } from "@/lib/strategies/lep.queries";
import { listReleases } from "@/lib/summaries/releases/release.queries";
import { toReleaseFeedEntry } from "@/lib/summaries/releases/release.rules";

/** The releases of a LEP, the newest first: at most a year of them. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const lep = await getLep((await params).slug);
  if (!lep) return new Response("There is nothing at this address.\n", { status: 404 });
  const releases = await listReleases(lep.id);
  const feed = atomFeed({
    origin: env().ORIGIN ?? new URL(request.url).origin,
    self: paths.lepReleasesFeed(lep.id),
    page: paths.lep(lep.id),
    title: `Who was heard: ${lep.title}`,
    entries: releases.map((release) => toReleaseFeedEntry(lep, release)),
  });
  return new Response(feed, { headers: { "Content-Type": "application/atom+xml; charset=utf-8" } });
}
