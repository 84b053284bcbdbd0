import type { Chart } from "@/lib/summaries/charts/drawing.rules";
import type { AgreementMap } from "@/lib/summaries/overview/agreement-map.rules";
import type { Summary } from "@/lib/summaries/summary.rules";

/** A summary with what only its first page shows. */
export type SummaryFrontPage = { summary: Summary; agreementMap: AgreementMap; timeline: Chart };
