import { loadEngland } from "@/app/(public)/england/england-content";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const { totals, charts } = await loadEngland();
  return Response.json({
    totals,
    charts: charts.map(({ drawing: _, table, ...chart }) => ({ ...chart, ...table })),
  });
}
