import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ParagraphText } from "@/components/strategies/paragraph-text";
import { SectionList } from "@/components/strategies/section-list";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { listThemes } from "@/lib/areas/reference-data.queries";
import { requireAccount } from "@/lib/auth/require-person";
import { endOfDay, formatMoment } from "@/lib/dates";
import { paths } from "@/lib/routes";
import { getDraft } from "@/lib/strategies/drafts/draft.queries";

export const metadata: Metadata = { title: "Preview" };

export default async function PreviewPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const person = await requireAccount(paths.draftPreview(slug));
  const [draft, themes] = await Promise.all([getDraft(person, slug), listThemes()]);
  if (!draft) notFound();
  const { about, sections, strategy } = draft;
  const foundations = themes.filter(({ family }) => family === "foundation");
  return (
    <Page title={`${strategy.areaName} ${strategy.kindName}`} lead={about.summary}>
      <Callout tone="warning" title="This is a preview">
        <p>
          This is not published.{" "}
          <a className="link" href={paths.publishStrategy(slug)}>
            Back to the draft
          </a>
        </p>
      </Callout>
      {about.closesOn && (
        <p className="mb-6 font-semibold">Open for comments until {formatMoment(endOfDay(about.closesOn))}</p>
      )}
      {about.canChange && (
        <section aria-labelledby="can-change" className="mb-8">
          <h2 id="can-change" className="mb-2 text-2xl">
            What could change
          </h2>
          <p className="whitespace-pre-line">{about.canChange}</p>
        </section>
      )}
      {about.contact && <p className="mb-8">Contact: {about.contact}</p>}
      <section aria-labelledby="parts-title">
        <h2 id="parts-title" className="text-2xl">
          Sections
        </h2>
        <SectionList
          href={(number) => `#part-${number}`}
          sections={sections.map((section, at) => ({ ...section, number: at + 1, threads: 0 }))}
          foundations={foundations}
        />
      </section>
      {sections.map(({ key, title, summary, canChange, paragraphs }, at) => (
        <section key={key} aria-labelledby={`part-${at + 1}`} className="mt-12 border-line border-t pt-6">
          <h2 id={`part-${at + 1}`} className="mb-2 text-3xl">
            {title}
          </h2>
          <p className="mb-4 text-muted text-xl">{summary}</p>
          <div className="space-y-4">
            {paragraphs.map((paragraph) => (
              <ParagraphText key={paragraph.key} slug={slug} text={paragraph.text} block={paragraph.block} />
            ))}
          </div>
          {canChange && <p className="mt-4 border-gold border-l-4 pl-4">What could change: {canChange}</p>}
        </section>
      ))}
    </Page>
  );
}
