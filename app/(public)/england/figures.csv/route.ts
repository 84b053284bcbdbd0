import { chartsCsv } from "@/app/(public)/chart-files";
import { loadEngland } from "@/app/(public)/england/england-content";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  return chartsCsv("england", (await loadEngland()).charts);
}
