import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { env } from "@/lib/env";
import { paths } from "@/lib/routes";
import { getLep } from "@/lib/strategies/lep.queries";
import { buildEmbed, type EmbedId, embedSnippet, embedTitles } from "@/lib/summaries/embed.rules";
import { listLepSummaries } from "@/lib/summaries/summary.queries";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lep = await getLep((await params).slug);
  return { title: lep ? `${lep.name}: charts to embed` : "Not found" };
}

/** Figures that other sites may embed, each with the HTML to copy. */
export default async function FiguresPage({ params }: Props) {
  const lep = await getLep((await params).slug);
  if (!lep) notFound();
  const [summary] = await listLepSummaries(lep.id);
  const { ORIGIN, PORT } = env();
  const origin = ORIGIN ?? `http://localhost:${PORT}`;
  const ids = Object.keys(embedTitles) as EmbedId[];
  const shown = ids.filter((id) => summary && buildEmbed(id, lep.name, summary));
  return (
    <Page
      title={`${lep.name}: charts to embed`}
      lead="Copy the code for a chart into your website. The chart updates automatically, and tells us nothing about your readers."
    >
      {shown.length === 0 && (
        <EmptyState next={{ href: paths.lep(lep.id), label: "Go to the summary" }}>There are no charts yet.</EmptyState>
      )}
      {shown.map((id) => (
        <section key={id} aria-labelledby={`figure-${id}`} className="mt-8">
          <h2 id={`figure-${id}`} className="mb-1 text-2xl">
            {embedTitles[id]}
          </h2>
          <p>
            <TextLink href={paths.embed(lep.id, id)}>
              View<span className="sr-only">: {embedTitles[id]}</span>
            </TextLink>
          </p>
          <label htmlFor={`copy-${id}`} className="mb-1 block font-semibold">
            Code to copy<span className="sr-only">: {embedTitles[id]}</span>
          </label>
          <textarea
            id={`copy-${id}`}
            readOnly
            rows={5}
            className="block w-full rounded-md border-2 border-edge bg-card px-3 py-2 font-mono text-base text-ink"
            defaultValue={embedSnippet(origin, lep.id, id, lep.name)}
          />
        </section>
      ))}
    </Page>
  );
}
