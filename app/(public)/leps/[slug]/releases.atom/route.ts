import { atomFeed } from "@/lib/atom-feed";
import { env } from "@/lib/env";
import { paths } from "@/lib/routes";
import { atomResponse, notFoundResponse } from "@/lib/server/plain-response";
import { getLep } from "@/lib/strategies/lep.queries";
import { listReleases } from "@/lib/summaries/releases/release.queries";
import { toReleaseFeedEntry } from "@/lib/summaries/releases/release.rules";

/** The releases of a LEP of the last year, newest first. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const lep = await getLep((await params).slug);
  if (!lep) return notFoundResponse();
  const releases = await listReleases(lep.id);
  const feed = atomFeed({
    origin: env().ORIGIN ?? new URL(request.url).origin,
    self: paths.lepReleasesFeed(lep.id),
    page: paths.lep(lep.id),
    title: `Who took part: ${lep.title}`,
    entries: releases.map((release) => toReleaseFeedEntry(lep, release)),
  });
  return atomResponse(feed);
}
