import { notFound } from "@/app/api/v1/errors";
import { getLep } from "@/lib/strategies/lep.queries";
import { getRelease } from "@/lib/summaries/releases/release.queries";
import { toReleaseJson } from "@/lib/summaries/releases/release.rules";

type Context = { params: Promise<{ slug: string; number: string }> };

/** One release of a LEP, which never changes. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug, number } = await params;
  const lep = await getLep(slug);
  const release = lep && /^[1-9]\d{0,6}$/.test(number) ? await getRelease(lep.id, Number(number)) : null;
  return lep && release
    ? Response.json({ lep: { id: lep.id, name: lep.name }, release: toReleaseJson(release) })
    : notFound();
}
