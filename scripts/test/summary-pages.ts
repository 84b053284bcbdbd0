import { renderToStaticMarkup } from "react-dom/server";
import SubjectPage from "@/app/(public)/leps/[slug]/[subject]/page";
import LepPage from "@/app/(public)/leps/[slug]/page";
import LepSummaryPage from "@/app/(public)/leps/[slug]/summary/[page]/page";
import StrategySummaryPartPage from "@/app/(public)/strategies/[slug]/summary/[page]/page";
import StrategySummaryPage from "@/app/(public)/strategies/[slug]/summary/page";
import { listSummaryPages } from "@/lib/summaries/summary-page.rules";

const promised = <Value>(value: Value) => Promise.resolve(value);

/** The HTML of a LEP's summary, on everything or on one subject: its first page and all behind it, one after another. */
export async function renderLepSummary(slug: string, subject?: string): Promise<string> {
  const first = subject
    ? await SubjectPage({ params: promised({ slug, subject }) })
    : await LepPage({ params: promised({ slug }) });
  const pages = listSummaryPages({ isLep: true, isSubject: Boolean(subject) }).map((page) =>
    LepSummaryPage({ params: promised({ slug, page }), searchParams: promised(subject ? { subject } : {}) }),
  );
  return [first, ...(await Promise.all(pages))].map((page) => renderToStaticMarkup(page)).join("");
}

/** The same of a strategy's summary. */
export async function renderStrategySummary(slug: string): Promise<string> {
  const first = await StrategySummaryPage({ params: promised({ slug }) });
  const pages = listSummaryPages({ isLep: false, isSubject: false }).map((page) =>
    StrategySummaryPartPage({ params: promised({ slug, page }) }),
  );
  return [first, ...(await Promise.all(pages))].map((page) => renderToStaticMarkup(page)).join("");
}
